import type { VisitorVocabulary } from '@docent/protocol'
import { exclusiveLock } from '../browser/lock.ts'
import type { FeatureContext } from '../feature.ts'
import type { OwnVisitorState } from '../visitor-state-store.ts'
import type { Engine } from './engine-types.ts'
import { createLink, type LinkOptions } from './link.ts'
import { tellProfile } from './profile.ts'

export interface EngineOptions {
  readonly context: FeatureContext
  readonly state: OwnVisitorState
  /** Name of the lock that keeps two tabs from draining one outbox. */
  readonly lockName: string
  readonly session: Pick<LinkOptions<VisitorVocabulary>, 'getToken' | 'continues' | 'onMerged'>
}

/** What talks to the backend: link and outbox, with the visitor's state and profile on them. */
export function createEngine({ context, state, lockName, session }: EngineOptions): Engine {
  const { scope } = context
  const link = createLink<VisitorVocabulary>({
    ...context,
    ...session,
    exclusive: exclusiveLock(lockName, scope.signal),
    newId: () => crypto.randomUUID(),
  })
  link.addReceiver({
    receive: (events) => events.flatMap((event) => (event.type === 'state-changed' ? state.merge(event.entries) : [])),
    snapshot: () =>
      [...(state.entries.peek()?.values() ?? [])].map((entry) => ({ key: `state/${entry.key}`, value: entry })),
    connected(resumed) {
      if (!resumed && link.capabilities.peek()?.state) void fetchState()
    },
  })
  async function fetchState(): Promise<void> {
    const answer = await link.query('visitor-state', {}).catch(context.report)
    if (answer) state.merge(answer.entries)
  }
  tellProfile(context, link)
  return { link }
}
