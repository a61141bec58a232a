import { once } from '@docent/core'
import type { HelpArticleEntry } from '@docent/protocol'
import { fold } from '../fold.ts'
import { highlight } from '../highlight.ts'
import type { MarkedText, SearchEngine } from '../search-engine.ts'
import type { Guess } from './guess.ts'
import { createImpactIndex } from './impact-index.ts'
import type { SearchData } from './search-data.ts'

/** Search in compiled content. `articles` in the order in which the data was built. */
export function createImpactEngine(articles: readonly HelpArticleEntry[], data: SearchData): SearchEngine {
  const index = createImpactIndex(
    data,
    articles.map(({ title }) => title),
  )
  let guess: Guess | undefined
  const warm = once(async () => {
    guess = (await import('./guess.ts')).createGuess(index)
  })
  return {
    warm,
    correct: (query, found) => guess?.correct(query, found),
    async search(query, limit) {
      let found = index.search(query, limit, guess)
      if (found.unknown.size && !guess) {
        // Not to be had just now: what is known is found all the same.
        await warm().catch(() => {})
        found = index.search(query, limit, guess)
      }
      const words = new Set(
        found.meanings.flatMap((meanings) => [...meanings.keys()].map((at) => index.vocabulary.words[at])),
      )
      const mark = (text: string): MarkedText => highlight(text, found.terms, (word) => words.has(word))
      return found.hits.flatMap(({ article: number, score }) => {
        const article = articles[number]
        if (!article) return []
        const title = mark(article.title)
        // Where one says more of the query than the title does.
        const heading = article.headings
          .map(mark)
          .reduce((best, one) => (matchedIn(one) > matchedIn(best) ? one : best), title)
        return { article, score, title, ...(heading !== title && { heading }), excerpt: mark(article.lead) }
      })
    },
  }
}

/** How many words of a text are marked, each counted once. */
const matchedIn = ({ text, ranges }: MarkedText): number =>
  new Set(ranges.map(([from, to]) => fold(text.slice(from, to)))).size
