import type { FeatureContext } from '../feature.ts'
import type { DocentOptions } from '../options.ts'
import { activatedKey } from '../visitor-state-store.ts'

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
