import { describe, expect, it } from 'vitest'
import type { HelpContent } from './content/help-content.ts'
import { articleOf, type HelpEvent, type HelpState, initialState, isWhole, reduce } from './reduce.ts'
import { entry } from './test-context.ts'

const content: HelpContent = {
  version: 'v1',
  locale: 'en',
  base: 'https://cdn.example/',
  categories: [{ id: 'one', title: 'One' }],
  articles: [entry('a'), entry('b', { shard: 1 })],
  shards: ['s0', 's1'],
}
const after = (...events: HelpEvent[]): HelpState => events.reduce(reduce, initialState)
const loaded: HelpEvent = { type: 'content-loaded', content }
const results = (query: string): HelpEvent => ({ type: 'results-found', query, found: [] })

describe('reduce', () => {
  it('goes from loading to ready, or to failed', () => {
    expect(after({ type: 'load-started' }).status).toBe('loading')
    expect(after({ type: 'load-started' }, { type: 'load-failed' }).status).toBe('failed')
    expect(after({ type: 'load-failed' }, { type: 'load-started' }, loaded).status).toBe('ready')
  })

  it('stays ready when a later load fails', () => {
    expect(after(loaded, { type: 'load-started' }, { type: 'load-failed' }).status).toBe('ready')
  })

  it('keeps the content object while it is the same version, so that nothing is drawn anew', () => {
    const again = after(loaded, { type: 'content-loaded', content: { ...content } })
    expect(again.content).toBe(content)
    const newer = { ...content, version: 'v2' }
    expect(after(loaded, { type: 'content-loaded', content: newer }).content).toBe(newer)
  })

  it('knows no article that only the prototype of all objects has', () => {
    const named = { ...content, articles: [entry('constructor'), entry('__proto__')] }
    const shard: HelpEvent = { type: 'shard-loaded', name: 's0', shard: { articles: {} } }
    const state = after({ type: 'content-loaded', content: named }, shard)
    expect(named.articles.map(({ id }) => articleOf(state, id).status)).toEqual(['unknown', 'unknown'])
  })

  it('knows of an article what can be shown', () => {
    const body = ['text']
    const shard: HelpEvent = { type: 'shard-loaded', name: 's0', shard: { articles: { a: body } } }
    expect(articleOf(after(), 'a').status).toBe('loading')
    expect(articleOf(after({ type: 'load-failed' }), 'a').status).toBe('failed')
    expect(articleOf(after(loaded), 'x').status).toBe('unknown')
    expect(articleOf(after(loaded), 'a').status).toBe('loading')
    expect(articleOf(after(loaded, { type: 'shard-failed', name: 's0' }), 'a').status).toBe('failed')
    expect(
      articleOf(after(loaded, { type: 'shard-failed', name: 's0' }, { type: 'shard-requested', name: 's0' }), 'a')
        .status,
    ).toBe('loading')
    expect(articleOf(after(loaded, shard), 'a')).toMatchObject({ status: 'ready', body })
    expect(articleOf(after(loaded, shard), 'b').status).toBe('loading')
  })

  it('is whole when every body is there', () => {
    const events = ['s0', 's1'].map((name): HelpEvent => ({ type: 'shard-loaded', name, shard: { articles: {} } }))
    expect(isWhole(after(loaded, ...events.slice(0, 1)))).toBe(false)
    expect(isWhole(after(loaded, ...events))).toBe(true)
  })

  it('keeps results while the visitor types on, and drops them with the query', () => {
    const typed = after({ type: 'query-changed', query: 'va' }, results('va'), { type: 'query-changed', query: 'vat' })
    expect(typed.results?.query).toBe('va')
    expect(reduce(typed, { type: 'query-changed', query: ' ' }).results).toBeUndefined()
  })

  it('ignores an answer to what is no longer asked', () => {
    const typed = after({ type: 'query-changed', query: 'vat' })
    expect(reduce(typed, results('va')).results).toBeUndefined()
    expect(reduce(typed, { type: 'search-failed', query: 'va' }).searchFailed).toBe(false)
    const failed = reduce(typed, { type: 'search-failed', query: 'vat' })
    expect(failed.searchFailed).toBe(true)
    expect(reduce(failed, { type: 'query-changed', query: 'vats' }).searchFailed).toBe(false)
  })

  it('ignores events that it does not know', () => {
    const state = after(loaded)
    expect(reduce(state, { type: 'from-the-future' } as unknown as HelpEvent)).toBe(state)
  })
})
