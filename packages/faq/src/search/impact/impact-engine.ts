import type { HelpArticleEntry } from '@docent/protocol'
import { fold } from '../fold.ts'
import { highlight } from '../highlight.ts'
import type { MarkedText, SearchEngine } from '../search-engine.ts'
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
      const mark = (text: string): MarkedText => highlight(text, found.terms, (word) => words.has(word))
      return found.hits.flatMap(({ article: number, score }) => {
        const article = articles[number]
        if (!article) return []
        const title = mark(article.title)
        const heading = partOf(article.headings.map(mark), title)
        return { article, score, title, ...(heading && { heading }), excerpt: mark(article.lead) }
      })
    },
    correct: async (query, found) => (await import('./correct.ts')).correct(index, query, found),
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
