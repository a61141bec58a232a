export { checkFaqOptions } from './check-options.ts'
export { type FaqApi, faq } from './feature.ts'
export type { FaqOptions, InlineArticle } from './options.ts'
export type { MarkedText, Range, SearchEngine, SearchResult } from './search/search-engine.ts'
