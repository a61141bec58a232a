import type { Feature } from '@docent/core'
import { checkGuideOptions } from './check-options.ts'
import { type GuideApi, guideFeature } from './feature.ts'
import type { GuideOptions } from './options.ts'

/**
 * Tours through the real interface, and tips beside its controls.
 * @example createDocent({ …, features: [guide({ tours: [{ id: 'welcome', steps: [ … ] }] })] })
 */
export function guide(options: GuideOptions = {}): Feature<'guide', GuideApi> {
  checkGuideOptions(options)
  return guideFeature(options)
}
