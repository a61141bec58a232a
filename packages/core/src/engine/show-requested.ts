import type { EventOf, VisitorVocabulary } from '@docent/protocol'
import type { FeatureContext } from '../feature.ts'

type SurfaceRequested = Extract<EventOf<VisitorVocabulary>, { type: 'surface-requested' }>

/** An agent, or the customer's server, wants the visitor to see something: at once, or when they look at this tab again. */
export function showRequested(
  { scope, page, track, open }: Pick<FeatureContext, 'scope' | 'page' | 'track' | 'open'>,
  { feature, id, reason }: SurfaceRequested,
): void {
  const asked = scope.child()
  asked.effect(() => {
    if (!page.visible.value) return
    // Not within the effect that is to be ended, and which must not subscribe to what opening reads.
    queueMicrotask(() => {
      if (asked.signal.aborted) return
      asked.dispose()
      track('surface_requested', { feature, id, reason })
      open(feature, id)
    })
  })
}
