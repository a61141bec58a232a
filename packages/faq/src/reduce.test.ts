import { describe, expect, it } from 'vitest'
import type { HelpContent } from './content/help-content.ts'
import { type HelpEvent, type HelpState, initialState, reduce } from './reduce.ts'
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
    expect(after({ type: 'load-changed', status: 'loading' }).status).toBe('loading')
    expect(after({ type: 'load-changed', status: 'loading' }, { type: 'load-changed', status: 'failed' }).status).toBe(
      'failed',
    )
    expect(
      after({ type: 'load-changed', status: 'failed' }, { type: 'load-changed', status: 'loading' }, loaded).status,
    ).toBe('ready')
  })

  it('stays ready when a later load fails', () => {
    expect(
      after(loaded, { type: 'load-changed', status: 'loading' }, { type: 'load-changed', status: 'failed' }).status,
    ).toBe('ready')
  })

  it('keeps the content object while it is the same version, so that nothing is drawn anew', () => {
    const again = after(loaded, { type: 'content-loaded', content: { ...content } })
    expect(again.content).toBe(content)
    const newer = { ...content, version: 'v2' }
    expect(after(loaded, { type: 'content-loaded', content: newer }).content).toBe(newer)
  })

  it('is whole once every body of what it has is kept', () => {
    const kept: HelpEvent = { type: 'bodies-kept', content }
    const newer: HelpEvent = { type: 'content-loaded', content: { ...content, version: 'v2' } }
    expect(after(loaded).isWhole).toBe(false)
    expect(after(loaded, kept, loaded).isWhole).toBe(true)
    expect(after(loaded, kept, newer).isWhole).toBe(false)
    expect(after(loaded, newer, kept).isWhole).toBe(false)
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
