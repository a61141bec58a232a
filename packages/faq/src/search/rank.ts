import type { HelpArticleEntry } from '@docent/protocol'
import type { SearchResult } from './search-engine.ts'

/** What speaks for an article besides the query. */
export interface Leanings {
  /** It belongs to the page the visitor is on. */
  isForPage(article: HelpArticleEntry): boolean
  /** It was written for those who are where the visitor is in their time with the app. */
  isForStage(article: HelpArticleEntry): boolean
  /** The visitor has read it, and searches all the same. */
  wasRead(article: HelpArticleEntry): boolean
}

/**
 * Relevance decides; between articles that answer about as well, first page, then stage, then what was not read yet. What is shown
 * keeps its order but for a better reason, so that a list stands still while the visitor types.
 */
export function rank(
  found: readonly SearchResult[],
  { isForPage, isForStage, wasRead }: Leanings,
  shown: readonly SearchResult[] = [],
): readonly SearchResult[] {
  const places = shown.map(({ article }) => article.id)
  const worth = ({ article, score }: SearchResult): number => {
    const place = places.indexOf(article.id)
    return (
      score *
      (1 +
        (isForPage(article) ? 0.08 : 0) +
        (isForStage(article) ? 0.05 : 0) -
        (wasRead(article) ? 0.03 : 0) +
        ([0.06, 0.045, 0.03, 0.015][place] ?? 0))
    )
  }
  return [...found].sort((a, b) => worth(b) - worth(a))
}
