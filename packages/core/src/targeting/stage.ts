import type { RecordedEvent } from '@docent/protocol'
import type { FeatureContext } from '../feature.ts'
import type { DocentOptions } from '../options.ts'

/** When a milestone was reached first. */
export const activatedKey = 'stage/activated'
/** Where a newcomer's first days end. */
const newForMs = 7 * 86_400_000

/**
 * One stage for guides, checklists, article ranking and greeting: the host's own, or `new` for the first 7 days after
 * `signedUpAt` (a date or ms), `activated` when a milestone came earlier, `established` afterwards.
 */
export function stageOf(
  { visitor, state, clock }: Pick<FeatureContext, 'visitor' | 'state' | 'clock'>,
  own: DocentOptions['stage'],
): string {
  const facts = visitor.value
  const theirs = own?.(facts) ?? facts.traits.stage
  if (typeof theirs === 'string') return theirs
  const { signedUpAt } = facts.traits
  const since = typeof signedUpAt === 'string' ? Date.parse(signedUpAt) : signedUpAt
  if (typeof since === 'number' && clock.now() - since >= newForMs) return 'established'
  return state.get(activatedKey) ? 'activated' : 'new'
}

/** Keeps that a milestone was reached, on this page view before now or from now on, and tells it once. */
export function followMilestones(context: FeatureContext, milestones: DocentOptions['milestones'] = []): void {
  const { past, onTrack, state, report } = context
  const reach = (event: RecordedEvent): void => {
    if (!milestones.includes(event.name) || state.entries.peek()?.has(activatedKey)) return
    state.put({ key: activatedKey, value: event.at, merge: 'max' })
    import('./tell-activation.ts').then(({ tellActivation }) => tellActivation(context, event), report)
  }
  past.forEach(reach)
  onTrack(reach)
}
