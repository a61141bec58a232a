import type { HelpArticleEntry } from '@docent/protocol'
import { expect, it } from 'vitest'
import { entry } from '../test-context.ts'
import { type Leanings, rank } from './rank.ts'
import type { SearchResult } from './search-engine.ts'

const result = (id: string, score: number): SearchResult => {
  const text = { text: '', ranges: [] }
  return { article: entry(id), score, title: text, excerpt: text }
}
const is = (id: string) => (article: HelpArticleEntry) => article.id === id
const nothing: Leanings = { isForPage: () => false, isForStage: () => false, wasRead: () => false }
const ids = (found: readonly SearchResult[]): string => found.map(({ article }) => article.id).join(' ')

it('goes by relevance, then by page, then by stage, then by what was read', () => {
  const close = ['read', 'any', 'stage', 'page'].map((id) => result(id, 0.5))
  const leanings = { isForPage: is('page'), isForStage: is('stage'), wasRead: is('read') }
  expect(ids(rank(close, leanings))).toBe('page stage any read')
  expect(ids(rank([result('any', 0.6), result('page', 0.5)], leanings))).toBe('any page')
})

it('lets what is shown stand still where others are hardly better, and not where they are', () => {
  const shown = [result('a', 0.5), result('b', 0.4)]
  expect(ids(rank([result('b', 0.5), result('a', 0.495)], nothing, shown))).toBe('a b')
  expect(ids(rank([result('b', 0.6), result('a', 0.5)], nothing, shown))).toBe('b a')
})
