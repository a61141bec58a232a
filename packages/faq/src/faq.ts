import type { Feature } from '@docent/core'
import { checkFaqOptions } from './check-options.ts'
import { type FaqApi, faqFeature } from './feature.ts'
import type { FaqOptions } from './options.ts'

/**
 * A help centre that is searched as the visitor types, also without a connection.
 * @example createDocent({ …, features: [chat(), faq({ content: '/help' })] })
 */
export function faq(options: FaqOptions = {}): Feature<'faq', FaqApi> {
  checkFaqOptions(options)
  return faqFeature(options)
}
