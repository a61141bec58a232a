import type { VisitorVocabulary } from '@docent/protocol'
import type { FeatureContext } from '../feature.ts'
import { newId } from '../new-id.ts'
import type { RealmOwner } from '../realm.ts'
import type { OwnVisitorState } from '../visitor-state-store.ts'
import type { Engine } from './engine-types.ts'
import { createLink } from './link.ts'
import { tellProfile } from './profile.ts'

/**
 * What talks to the backend: link and outbox, with the visitor's state and profile on them.
 * @param name What the tabs of this identity share.
 */
export function createEngine(
  context: FeatureContext,
  state: OwnVisitorState,
  { identity, continues, onMerged }: RealmOwner,
  name: () => string,
): Engine {
  const { services, report } = context
  const link = createLink<VisitorVocabulary>({
    ...context,
    ...(identity && { getToken: identity.getToken }),
    ...(continues !== undefined && { continues }),
    ...(onMerged && { onMerged }),
    lock: name,
    tabs: () => `${name()}/link`,
    newId,
    listening: () => services.get('listen')?.().catch(report),
  })
  link.addReceiver({
    receive: (events) =>
      events.flatMap((event) => {
        if (event.type === 'surface-requested')
          import('./show-requested.ts').then(({ showRequested }) => showRequested(context, event)).catch(context.report)
        return event.type === 'state-changed' ? state.merge(event.entries) : []
      }),
    snapshot: () =>
      [...(state.entries.peek()?.values() ?? [])].map((entry) => ({ key: `state/${entry.key}`, value: entry })),
    async connected(resumed) {
      if (!resumed && link.capabilities.peek()?.state) state.merge((await link.query('visitor-state', {})).entries)
    },
  })
  tellProfile(context, link)
  return { link }
}
