import type { FeatureContext, Targeting } from '@docent/core'
import type { GuideOptions, StepDefinition } from '../options.ts'
import { showTour } from './show-tour.ts'
import { createTourControl, type TourControl } from './tour-control.ts'

/** Where the visitor is in which tour, and how that is shown: the one chunk that a plain tour needs. */
export async function runTours(
  context: FeatureContext,
  { tours = [] }: GuideOptions,
  { evaluate, orchestrator }: Targeting,
  isUnderway: boolean,
): Promise<TourControl> {
  const more = tours.some(({ until, steps }) => until || steps.some(needsMore)) && (await import('./add-more.ts'))
  const control = createTourControl(context, tours, evaluate, isUnderway)
  if (more) more.addMore(context, control, evaluate)
  showTour(context, orchestrator, control)
  return control
}

const needsMore = ({ kind, next, action, ifMissing, advance }: StepDefinition): unknown =>
  kind || next || action || ifMissing || advance
