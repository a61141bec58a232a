import type { HelpArticleEntry } from '@docent/protocol'
import Fuse from 'fuse.js'
import { tokenize } from './fold.ts'
import { excerptOf, highlight } from './highlight.ts'
import type { SearchEngine } from './search-engine.ts'
import { withoutStopWords } from './stop-words.ts'

/**
 * Search with fuse.js, a chunk of its own. Title, headings, keywords and the beginning of each article are searched, never the
 * whole text: that is where it answers best, and the only way in which it stays fast.
 */
export function createFuseEngine(articles: readonly HelpArticleEntry[], locale: string): SearchEngine {
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
    search(query, { limit }) {
      const terms = withoutStopWords(tokenize(query, locale), locale)
      if (terms.length === 0) return []
      return fuse.search(terms.join(' '), { limit }).map(({ item: article }) => ({
        article,
        title: highlight(article.title, terms),
        excerpt: excerptOf(highlight(article.lead, terms)),
      }))
    },
  }
}
