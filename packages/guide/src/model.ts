import type { FeatureContext } from '@docent/core'
import type { GuideOptions, StepDefinition } from './options.ts'
import { showTour } from './tour/show-tour.ts'
import { startAutomatic } from './tour/start-automatic.ts'
import { createTourControl, type TourControl } from './tour/tour-control.ts'

export type GuideModel = Pick<TourControl, 'start' | 'stop'>

/** Tours without anything drawn: it waits for their turn, knows where the visitor is, and loads the view when one is due. */
export async function createGuideModel(context: FeatureContext, options: GuideOptions): Promise<GuideModel> {
  const { scope, state } = context
  const { tours = [], hotspots, banners, nudges } = options
  const targeting = await context.targeting()
  await new Promise<void>((resolve) => scope.effect(() => void (state.entries.value && resolve())))
  const control = createTourControl(context, tours, targeting.evaluate)
  if (hotspots || banners || tours.some(({ until, steps }) => until || steps.some(needsMore)))
    (await import('./tour/add-more.ts')).addMore(context, options, control, targeting)
  showTour(context, targeting.orchestrator, control)
  startAutomatic(context, targeting.orchestrator, tours, control)
  if (nudges)
    import('./nudges/show-nudges.ts')
      .then(({ showNudges }) => showNudges(context, targeting, nudges))
      .catch(context.report)
  return control
}

const needsMore = ({ kind, next, action, ifMissing, advance }: StepDefinition): unknown =>
  kind || next || action || ifMissing || (advance && advance.kind !== 'click')
