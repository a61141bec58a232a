import type { HelpArticleEntry } from '@docent/protocol'
import { describe, expect, it } from 'vitest'
import { buildSearchData } from './build-search-data.ts'
import { createImpactEngine } from './impact-engine.ts'

const articles = ['Link a bank account', 'Not registered for VAT', 'Turn reminders off'].map(
  (title, index): HelpArticleEntry =>
    ({
      ...{ id: `a${index}`, title, lead: title, headings: [], keywords: [], category: 'all' },
    }) as unknown as HelpArticleEntry,
)
const synonyms = [
  ['connect', 'link'],
  ['notify', 'reminder'],
]
const documents = articles.map(({ title, lead }) => ({
  title,
  lead,
  body: lead,
  keywords: [],
  headings: [],
  category: '',
}))
const engine = createImpactEngine(articles, buildSearchData(documents, { synonyms }))
const find = (query: string) => engine.search(query, { limit: 5 })

describe('asking what was meant', () => {
  const ask = async (query: string) => engine.correct?.(query, find(query))

  it('mends what was mistyped', async () => {
    expect(await ask('bnak acount')).toBe('bank account')
  })

  it('keeps a word that is spelled well, even where another word for it was found', async () => {
    expect(find('connect account')[0]?.article.id).toBe('a0')
    expect(await ask('connect account')).toBeUndefined()
  })
})

it('takes no three letters for an ending', () => {
  expect(find('notify').map(({ article }) => article.id)).toEqual(['a2'])
})
