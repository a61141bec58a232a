import type { Feature } from '@docent/core'
import type { Id } from '@docent/protocol'
import { checkGuideOptions } from './check-options.ts'
import { type GuideApi, guideFeature } from './feature.ts'
import type { GuideOptions } from './options.ts'

/**
 * Tours through the real interface, and tips beside its controls.
 * @example createDocent({ …, features: [guide({ tours: [{ id: 'welcome', steps: [ … ] }] })] })
 */
export function guide<const TourId extends Id = Id>(
  options: GuideOptions<TourId> = {},
): Feature<'guide', GuideApi<TourId>> {
  checkGuideOptions(options)
  return guideFeature(options)
}
