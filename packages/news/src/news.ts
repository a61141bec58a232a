import type { Feature } from '@docent/core'
import { checkNewsOptions } from './check-options.ts'
import { type NewsApi, newsFeature } from './feature.ts'
import type { NewsOptions } from './options.ts'

/**
 * What's new in the app: a tab in the panel, and an unread mark on the launcher.
 * @example createDocent({ …, features: [chat(), faq({ content: '/help' }), news({ content: '/help' })] })
 */
export function news(options: NewsOptions = {}): Feature<'news', NewsApi> {
  checkNewsOptions(options)
  return newsFeature(options)
}
