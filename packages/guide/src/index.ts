export { checkGuideOptions } from './check-options.ts'
export { type GuideApi, guide } from './feature.ts'
export { guideMessages } from './messages.ts'
export type { Advance, GuideOptions, Placement, StepDefinition, TipDefinition, TourDefinition } from './options.ts'
