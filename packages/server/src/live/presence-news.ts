import type { Id, Json, VisitorEvent } from '@docent/protocol'
import type { AppOptions } from '../options/server-options.ts'
import { describeVisitor, readContext, type VisitorRow } from '../records/visitors.ts'
import { replyTimeAt } from '../reply/reply-time.ts'
import type { Store } from '../store/store.ts'
import type { Presence } from './presence.ts'
import type { Subscribers } from './subscribers.ts'

type PresenceEvent = Extract<VisitorEvent, { type: 'presence-changed' }>

/** Is the team there, and when does it answer? Told when a connection opens, and when it changes. */
export interface PresenceNews {
  of(visitor: VisitorRow, now?: number): PresenceEvent
  /** Tells each visitor who is connected here, and for whom it has changed. */
  tell(appId: Id): Promise<void>
}

interface PresenceNewsOptions {
  readonly store: Store
  readonly subscribers: Subscribers
  readonly presence: Presence
  optionsOf(appId: Id): AppOptions | undefined
}

const newForMs = 7 * 24 * 60 * 60_000
const rowsPerQuery = 500

export function createPresenceNews({ store, subscribers, presence, optionsOf }: PresenceNewsOptions): PresenceNews {
  const told = new WeakMap<object, string>()
  const of = (visitor: VisitorRow, now = Date.now()): PresenceEvent => {
    const { app_id: appId } = visitor
    const { replyTime, reply } = optionsOf(appId) ?? {}
    const estimate = reply && replyTimeAt(reply, describeAsker(visitor, now), now)
    return {
      type: 'presence-changed',
      online: presence.isAnyoneOnline(appId, 'agent'),
      ...(replyTime !== undefined && { replyTime }),
      ...(estimate && { reply: estimate }),
    }
  }
  return {
    of,
    async tell(appId) {
      const listeners = subscribers.visitorsOf(appId)
      for (let start = 0; start < listeners.length; start += rowsPerQuery) {
        const some = listeners.slice(start, start + rowsPerQuery)
        const ids = some.map(({ actorId }) => actorId)
        const rows = await store.database.selectFrom('visitor').selectAll().where('id', 'in', ids).execute()
        const events = new Map(rows.map((row) => [row.id, of(row)]))
        for (const subscriber of some) {
          const event = events.get(subscriber.actorId)
          const text = JSON.stringify(event)
          if (!event || told.get(subscriber) === text) continue
          told.set(subscriber, text)
          subscriber.tell(event)
        }
      }
    },
  }
}

function describeAsker(visitor: VisitorRow, now: number) {
  const { plan } = describeVisitor(visitor).traits
  const isNew = now - visitor.first_seen_at < newForMs
  return { plan: textOf(plan), stage: readContext(visitor).stage ?? (isNew ? 'new' : undefined) }
}

const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined)
