export { checkGuideOptions } from './check-options.ts'
export { defineBanner, defineHotspot, defineNudge, defineTargets, defineTip, defineTour } from './define.ts'
export type { GuideApi } from './feature.ts'
export { guide } from './guide.ts'
export { guideMessages } from './messages.ts'
export type { NudgeDefinition } from './nudges/nudge-definition.ts'
export type {
  Advance,
  BannerDefinition,
  GuideOptions,
  HotspotDefinition,
  Placement,
  StepDefinition,
  TipDefinition,
  TourDefinition,
} from './options.ts'
