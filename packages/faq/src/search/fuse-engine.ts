import type { Clock } from '@docent/core'
import type { HelpArticleEntry } from '@docent/protocol'
import Fuse from 'fuse.js/min'
import { englishStopWords } from './english-stop-words.ts'
import { fold, isUnspaced, wordsOf } from './fold.ts'
import { highlight } from './highlight.ts'
import { isNear } from './is-near.ts'
import type { MarkedText, SearchEngine } from './search-engine.ts'

/** Up to here it is quick enough for every keystroke. */
const manyArticles = 150
const debounceMs = 120

/**
 * Search with fuse.js, a chunk of its own. Title, headings, keywords and the beginning of each article are searched, never the
 * whole text: that is where it answers best, and the only way in which it stays fast.
 */
export function createFuseEngine(
  articles: readonly HelpArticleEntry[],
  locale: string,
  clock: Pick<Clock, 'wait'>,
): SearchEngine {
  const fuse = new Fuse([...articles], {
    keys: [
      { name: 'title', weight: 4 },
      { name: 'keywords', weight: 2 },
      { name: 'headings', weight: 1.5 },
      { name: 'lead', weight: 1 },
    ],
    useTokenSearch: true,
    tokenMatch: 'any',
    tokenize: (text) => tokenize(text, locale),
    // Below .2 typing slips are lost, above .3 noise comes in.
    threshold: 0.25,
    ignoreFieldNorm: true,
    ignoreDiacritics: true,
    includeScore: true,
  })
  return {
    async search(query, limit, signal) {
      if (signal && articles.length > manyArticles) await clock.wait(debounceMs, signal)
      if (signal?.aborted) return []
      const terms = withoutStopWords(tokenize(query, locale), locale)
      if (terms.length === 0) return []
      const found = fuse.search(terms.join(' '), { limit })
      const isSlip = (word: string): boolean => terms.some((term) => !word.startsWith(term) && isNear(word, term))
      const mark = (text: string): MarkedText => highlight(text, terms, isSlip)
      // Scores go from 0 (best) to 1. What is far behind the best, or matches next to nothing, has never been the answer.
      const worst = Math.min(0.95, (found[0]?.score ?? 0) + 0.5)
      return found
        .filter(({ score = 0 }) => score <= worst)
        .map(({ item: article, score = 0 }) => ({
          article,
          score: 1 - score,
          title: mark(article.title),
          excerpt: mark(article.lead),
        }))
    },
  }
}

/** The words of a text, folded. Where there are no spaces the browser's dictionary finds them, if it has one. */
const tokenize = (text: string, locale: string): string[] =>
  wordsOf(fold(text)).flatMap((word) => (isUnspaced(word) ? segment(word, locale) : word))

const segment = (run: string, locale: string): string[] =>
  Intl.Segmenter
    ? [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(run)].map((part) => part.segment)
    : [run]

/** The query without words that say nothing; all of it when nothing else is there. */
function withoutStopWords(query: readonly string[], locale: string): readonly string[] {
  const rest = locale.startsWith('en') ? query.filter((word) => !` ${englishStopWords} `.includes(` ${word} `)) : []
  return rest.length > 0 ? rest : query
}
