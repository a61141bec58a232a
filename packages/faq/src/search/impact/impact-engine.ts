import type { HelpArticleEntry } from '@docent/protocol'
import { fold, isUnspaced } from '../fold.ts'
import { highlight } from '../highlight.ts'
import type { MarkedText, SearchEngine, SearchResult } from '../search-engine.ts'
import { distance } from './distance.ts'
import { createImpactIndex } from './impact-index.ts'
import type { SearchData } from './search-data.ts'

/** Search in compiled content, a chunk of its own. `articles` in the order in which the data was built. */
export function createImpactEngine(articles: readonly HelpArticleEntry[], data: SearchData): SearchEngine {
  const index = createImpactIndex(
    data,
    articles.map(({ title }) => title),
  )
  return {
    search(query, { limit }) {
      const found = index.search(query, limit)
      const words = new Set(found.meanings.flatMap((meanings) => [...meanings.keys()].map(index.word)))
      const mark = (text: string): MarkedText => highlight(text, found.terms, words)
      return found.hits.flatMap(({ article: number, score }) => {
        const article = articles[number]
        if (!article) return []
        const title = mark(article.title)
        const heading = partOf(article.headings.map(mark), title)
        return { article, score, title, ...(heading && { heading }), excerpt: mark(article.lead) }
      })
    },
    correct(query, found) {
      const { terms, meanings, unknown } = index.search(query, 1)
      const meant = query.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
        const place = terms.indexOf(fold(word))
        // Not what means the same: that was found anyway, and nobody mistyped it.
        const [best] = [...(meanings[place] ?? [])]
          .filter(([other]) => distance(fold(word), index.word(other), 2, false) < 3)
          .sort(([, a], [, b]) => b - a)
        const isWrong = best && unknown.has(fold(word)) && !isUnspaced(word)
        return (isWrong && spelling(index.word(best[0]), found)) || word
      })
      return meant === query ? undefined : meant
    },
  }
}

/** The heading that says more of the query than the title does. */
function partOf(headings: readonly MarkedText[], title: MarkedText): MarkedText | undefined {
  const matched = ({ text, ranges }: MarkedText): number =>
    new Set(ranges.map(([from, to]) => fold(text.slice(from, to)))).size
  let [best, most]: [MarkedText | undefined, number] = [undefined, matched(title)]
  for (const heading of headings) if (matched(heading) > most) [best, most] = [heading, matched(heading)]
  return best
}

/** A word as it is written in what was found, since the index knows it without accents; nothing when it is in none of its beginnings. */
function spelling(folded: string, found: readonly SearchResult[]): string | undefined {
  for (const { article } of found)
    for (const text of [article.title, ...article.headings, ...article.keywords, article.lead])
      for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) if (fold(word) === folded) return word.toLowerCase()
  return undefined
}
