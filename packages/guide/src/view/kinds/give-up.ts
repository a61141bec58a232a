import type { FeatureContext } from '@docent/core'
import type { StepDefinition } from '../../options.ts'
import { runnerOf } from '../../run-action.ts'
import type { TourControl } from '../../tour/tour-control.ts'

/** The target of a step does not come: what its definition says. `false`: it is shown without. */
export function giveUp(
  context: Pick<FeatureContext, 'navigate' | 'open' | 'services' | 'actions'>,
  control: Pick<TourControl, 'advance' | 'place' | 'stop'>,
  { id, ifMissing = 'centre' }: StepDefinition,
): boolean {
  if (ifMissing === 'centre') return false
  // Skipping the last one ends the tour, which was not seen to its end.
  if (ifMissing === 'skip' && !control.place.peek()?.last) control.advance(id, true)
  else control.stop('target_missing')
  if (typeof ifMissing === 'object') runnerOf(context, ifMissing)?.()
  return true
}
