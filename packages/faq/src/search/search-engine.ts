import type { HelpArticleEntry } from '@docent/protocol'

/** From (inclusive) and to (exclusive), in UTF-16 units of the text they mark. */
export type Range = readonly [from: number, to: number]

export interface MarkedText {
  readonly text: string
  /** What matched, in order, not overlapping. */
  readonly ranges: readonly Range[]
}

export interface SearchResult {
  readonly article: HelpArticleEntry
  readonly title: MarkedText
  /** The beginning of the article. */
  readonly excerpt: MarkedText
}

/** Finds articles. Synchronous: what is searched is in memory. */
export interface SearchEngine {
  /** Best first; equally good ones in the order of the index. An empty or meaningless query finds nothing. */
  search(query: string, options: { readonly limit: number }): SearchResult[]
}
