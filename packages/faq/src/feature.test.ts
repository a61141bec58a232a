import type { AppConfig } from '@docent/protocol'
import { signal } from '@preact/signals'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { faq } from './faq.ts'
import { createTestContext } from './test-context.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

function setUp() {
  const test = createTestContext()
  ends.push(test.scope.dispose)
  const articles = [
    { id: 'log-in', title: 'How do I log in?', body: 'With your e-mail.' },
    { id: 'pay', title: 'How do I pay?', body: 'By card.' },
  ]
  return { ...test, parts: faq({ articles }).setup(test.context) }
}

describe('faq()', () => {
  it('brings a tab, two cards on home and services', () => {
    const { parts, services } = setUp()
    expect(parts.panel).toMatchObject({ icon: 'book', order: 30 })
    expect(parts.panel?.label()).toBe('Help')
    expect(parts.homeCards?.map(({ id, order }) => [id, order])).toEqual([
      ['faq/search', 10],
      ['faq/page', 40],
    ])
    expect(services.get('lastSearches')?.()).toEqual([])
    expect(services.get('lastArticle')?.()).toBeUndefined()
  })

  it('shows nothing where the backend says that there is no help centre', async () => {
    const { context, scope } = createTestContext()
    ends.push(scope.dispose)
    const config = signal<AppConfig>({})
    const { panel, homeCards, api } = faq().setup({ ...context, config })
    const home = document.createElement('div')
    ;(await homeCards?.[0]?.load())?.mount(home, scope, context.locale)
    expect([panel?.tab?.(), home.textContent]).toEqual([true, 'Search help'])
    config.value = { help: false }
    await vi.waitFor(() => expect(home.textContent).toBe(''))
    expect(panel?.tab?.()).toBe(false)
    expect(await api.suggest('pay')).toEqual([])
    expect(
      faq({ content: '/help' })
        .setup({ ...context, config })
        .panel?.tab?.(),
    ).toBe(true)
  })

  it('reports what happened on this page view, without a backend', async () => {
    const { context, parts } = setUp()
    Object.assign(context, { past: [{ name: 'help_searched', at: 1, data: { text: 'zeppelin 7', results: 0 } }] })
    expect(await parts.api.report()).toMatchObject({ searches: 1, emptySearches: { 'zeppelin …': 1 } })
  })

  it('searches, suggests and opens from the host’s code', async () => {
    const { parts, panel } = setUp()
    expect((await parts.api.search('pay')).map(({ article }) => article.id)).toEqual(['pay'])
    expect(await parts.api.suggest('cannot log in')).toEqual([
      { id: 'log-in', title: 'How do I log in?', excerpt: 'With your e-mail.' },
    ])
    parts.api.open('pay')
    expect(panel.value).toEqual({ feature: 'faq', route: 'pay' })
  })

  it('suggests nothing, rather than fail, where there is no help centre', async () => {
    const { context, services, scope } = createTestContext()
    ends.push(scope.dispose)
    const { api } = faq().setup(context)
    expect(await services.get('suggestArticles')?.('pay')).toEqual([])
    await expect(api.search('pay')).rejects.toThrow('no content')
  })
})
