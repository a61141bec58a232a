import type { FeatureContext } from '@docent/core'
import type { NudgeDefinition } from './nudges/nudge-definition.ts'
import type { TourDefinition } from './options.ts'
import { advanceByItself } from './tour/advance-by-itself.ts'
import { showTour } from './tour/show-tour.ts'
import { startAutomatic } from './tour/start-automatic.ts'
import { createTourControl, type TourControl } from './tour/tour-control.ts'

export type GuideModel = Pick<TourControl, 'start' | 'stop'>

/** Tours without anything drawn: it waits for their turn, knows where the visitor is, and loads the view when one is due. */
export async function createGuideModel(
  context: FeatureContext,
  tours: readonly TourDefinition[],
  nudges?: readonly NudgeDefinition[],
): Promise<GuideModel> {
  const { scope, state } = context
  const targeting = await context.targeting()
  const { evaluate, orchestrator } = targeting
  await new Promise<void>((resolve) => scope.effect(() => void (state.entries.value && resolve())))
  const control = createTourControl(context, tours, evaluate)
  showTour(context, orchestrator, control)
  startAutomatic(context, orchestrator, tours, control)
  advanceByItself(context, control)
  if (nudges)
    import('./nudges/show-nudges.ts')
      .then(({ showNudges }) => showNudges(context, targeting, nudges))
      .catch(context.report)
  return control
}
