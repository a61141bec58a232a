import type { Log } from '../base/log.ts'
import { readProfile } from '../records/visitor-profile.ts'
import { hasWritten, markSeen } from '../records/visitors.ts'
import { type Store, visitorStream } from '../store/store.ts'
import type { Presence, PresenceChange } from './presence.ts'
import type { PresenceNews } from './presence-news.ts'
import type { Subscribers } from './subscribers.ts'
import { toTypingEvent } from './typing.ts'

interface LiveNews {
  readonly store: Store
  readonly subscribers: Subscribers
  readonly presence: Presence
  readonly log: Log
  readonly presenceNews: PresenceNews
}

/** Tells the other side who types and who is online: live only, on every node, never in the log. */
export function relayLiveNews({ store, subscribers, presence, log, presenceNews }: LiveNews): void {
  const attempt = (work: Promise<unknown>) =>
    void work.catch((error) => log('warn', 'Live news could not be told.', error))
  store.onSignal((signal) => {
    if (signal.type === 'text') {
      const { appId, visitorId, conversationId, messageId, offset, text } = signal
      const event = { type: 'text-appended', conversationId, messageId, part: 0, offset, text } as const
      for (const stream of [visitorStream(visitorId), 'agents'] as const) subscribers.tell(appId, stream, event)
    }
    if (signal.type !== 'typing') return
    const stream = signal.agentId === undefined ? 'agents' : visitorStream(signal.visitorId)
    attempt(toTypingEvent(store.database, signal).then((event) => subscribers.tell(signal.appId, stream, event)))
  })
  presence.onChange((change) => {
    if (change.kind === 'visitor') return attempt(tellAgents(store, subscribers, change))
    attempt(presenceNews.tell(change.appId))
  })
}

/** Agents hear about visitors who have written. */
async function tellAgents(store: Store, subscribers: Subscribers, change: PresenceChange): Promise<void> {
  const { appId, actorId, online, local } = change
  if (local && !online) await store.write(appId, (unit) => markSeen(unit.database, actorId, unit.now))
  if (!(await hasWritten(store.database, actorId))) return
  const visitor = await readProfile(store.database, appId, actorId, online)
  subscribers.tell(appId, 'agents', { type: 'visitor-changed', visitor })
}
