import type { FeatureContext } from '@docent/core'
import type { HelpArticleEntry } from '@docent/protocol'
import type { HelpModel } from './model.ts'
import type { HelpSearch } from './search/search.ts'
import { isSure } from './search/search-engine.ts'
import { tellBegun } from './tell-begun.ts'

/** What may answer a text before it is sent to the team: a chunk of its own, for where somebody writes. */
export function createSuggest(
  context: FeatureContext,
  { load, find, forPage }: Pick<HelpModel, 'load' | 'forPage'> & Pick<HelpSearch, 'find'>,
): Pick<HelpModel, 'suggest'> {
  const begin = tellBegun(context)
  return {
    async suggest(text, limit = 3) {
      await load()
      begin(text)
      if (!text.trim()) return forPage(limit).map(suggestionOf)
      const found = await find(text, limit)
      return isSure(found) ? found.map(({ article }) => suggestionOf(article)) : []
    },
  }
}

const suggestionOf = ({ id, title, lead }: HelpArticleEntry) => ({ id, title, excerpt: lead })
