import { setMaxListeners } from 'node:events'
import { createPlan, type Outcome, type Plan, runPlan, shrink } from '@docent/testkit/simulator'
import { openWidget } from './widget-tab.ts'

export { createPlan }

// One tab has many calls under way at once here.
setMaxListeners(0)

/** The widget in the run of one plan. */
export const run = (plan: Plan): Promise<Outcome> => runPlan(plan, openWidget)

/** The shortest plan that is found to fail alike. */
export const shrinkRun = (failed: Outcome): Promise<Outcome> => shrink(failed, run)
