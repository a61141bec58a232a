import type { FeatureContext } from '@docent/core'
import type { StepDefinition } from '../../options.ts'
import { runnerOf } from '../../run-action.ts'
import type { TourControl } from '../../tour/tour-control.ts'
import { defaultWaitMs } from '../look-for.ts'

/** The target of a step does not come: what its definition says. `false`: it is shown without. */
export function giveUp(
  context: Pick<FeatureContext, 'navigate' | 'open' | 'services' | 'actions' | 'clock' | 'track' | 'report'>,
  control: Pick<TourControl, 'advance' | 'place' | 'stop'>,
  step: StepDefinition,
): boolean {
  const { id, ifMissing = 'centre', waitMs = defaultWaitMs } = step
  if (ifMissing === 'centre') return false
  const { clock, report } = context
  const looked = { context, step, tour: control.place.peek()?.tour.id ?? '' }
  const since = clock.now() - waitMs
  import('../../target/health.ts').then(({ tell }) => tell(looked, since), report)
  // Skipping the last one ends the tour, which was not seen to its end.
  if (ifMissing === 'skip' && !control.place.peek()?.last) control.advance(id, true)
  else control.stop('target_missing')
  if (typeof ifMissing === 'object') runnerOf(context, ifMissing)?.()
  return true
}
