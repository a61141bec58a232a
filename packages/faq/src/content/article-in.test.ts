import { describe, expect, it } from 'vitest'
import { entry } from '../test-context.ts'
import { articleIn, type BodyFile } from './article-in.ts'
import type { HelpContent } from './help-content.ts'

const content: HelpContent = {
  version: 'v1',
  locale: 'en',
  base: 'https://cdn.example/',
  categories: [{ id: 'one', title: 'One' }],
  articles: [entry('a'), entry('b', { shard: 1 })],
  shards: ['s0', 's1'],
}
const statusOf = (id: string, s0?: BodyFile): string =>
  articleIn({ status: 'ready', content }, new Map(s0 && [['s0', s0]]), id).status

describe('articleIn', () => {
  it('says what can be shown', () => {
    const body = ['text']
    const file = { articles: { a: body } }
    expect(articleIn({ status: 'loading' }, new Map(), 'a').status).toBe('loading')
    expect(articleIn({ status: 'failed' }, new Map(), 'a').status).toBe('failed')
    expect(statusOf('x')).toBe('unknown')
    expect(statusOf('a')).toBe('loading')
    expect(statusOf('a', 'failed')).toBe('failed')
    expect(statusOf('a', 'loading')).toBe('loading')
    expect(articleIn({ status: 'ready', content }, new Map([['s0', file]]), 'a')).toMatchObject({
      status: 'ready',
      body,
    })
    expect(statusOf('b', file)).toBe('loading')
  })

  it('knows no article that only the prototype of all objects has', () => {
    const named = { ...content, articles: [entry('constructor'), entry('__proto__')] }
    const files = new Map([['s0', { articles: {} }]])
    const states = named.articles.map(({ id }) => articleIn({ status: 'ready', content: named }, files, id).status)
    expect(states).toEqual(['unknown', 'unknown'])
  })
})
