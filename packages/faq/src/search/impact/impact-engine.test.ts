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
const none = { text: '', ranges: [] }
const engine = createImpactEngine(articles, buildSearchData(documents, { synonyms }))
const find = (query: string) => engine.search(query, 5)

describe('asking what was meant', () => {
  const ask = async (query: string) => engine.correct?.(query, await find(query))

  it('mends what was mistyped', async () => {
    expect(await ask('bnak acount')).toBe('bank account')
  })

  it('keeps a word that is spelled well, even where another word for it was found', async () => {
    expect((await find('connect account'))[0]?.article.id).toBe('a0')
    expect(await ask('connect account')).toBeUndefined()
  })
})

it('takes no three letters for an ending', async () => {
  expect((await find('notify')).map(({ article }) => article.id)).toEqual(['a2'])
})

it('asks what unknown words may mean only where there are some', async () => {
  const fresh = createImpactEngine(articles, buildSearchData(documents, {}))
  expect((await fresh.search('bank accou', 5))[0]?.article.id).toBe('a0')
  // What would say so is not loaded for words that are known, or begin known ones.
  expect(
    fresh.correct?.(
      'bnak',
      articles.map((article) => ({ article, score: 1, title: none, excerpt: none })),
    ),
  ).toBeUndefined()
  expect((await fresh.search('bnak', 5))[0]?.article.id).toBe('a0')
  expect(fresh.correct?.('bnak', await fresh.search('bnak', 5))).toBe('bank')
})
