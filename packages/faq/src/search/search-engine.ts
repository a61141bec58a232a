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
  /** From 0 to 1: how well it answers. */
  readonly score: number
  readonly title: MarkedText
  /** The part of it that is about the query, where that is not the whole. */
  readonly heading?: MarkedText
  /** The beginning of the article. */
  readonly excerpt: MarkedText
}

/**
 * Below this score a result is a guess: measured on help centres that do not cover what is asked, where three of four best results are below
 * it, and of those that answer one in fifteen.
 */
const leastSure = 0.17

/** Whether the first of some results may be said to answer; the others only come after it. */
export const isSure = ([best]: readonly SearchResult[]): boolean => (best?.score ?? 0) >= leastSure

/** Finds articles. What is searched is in memory. */
export interface SearchEngine {
  /**
   * Best first, at most `limit`; equally good ones in the order of the index. An empty or meaningless query finds nothing. With a signal
   * somebody types, who may type on: it is aborted then, and what is found is of no use.
   */
  search(query: string, limit: number, signal?: AbortSignal): Promise<SearchResult[]>
  /** The query as it is spelled in what was found for it, when a word of it was read as another. */
  correct?(query: string, found: readonly SearchResult[]): string | undefined
  /** Loads what only some queries need. */
  warm?(): Promise<void>
}
