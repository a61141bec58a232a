import { createScope, createServices, createTranslator, type FeatureContext, memoryStorage } from '@docent/core'
import type { NewsEntry, StateEntry } from '@docent/protocol'
import { signal } from '@preact/signals-core'
import { afterEach, describe, expect, it } from 'vitest'
import { createNewsModel } from './model.ts'
import { panel as newsPanel } from './view/index.ts'

const entry = (id: string, date: string, more: Partial<NewsEntry> = {}): NewsEntry => ({
  id,
  title: `About ${id}`,
  date,
  kind: 'new',
  body: [{ type: 'paragraph', children: [`What ${id} is.`] }],
  ...more,
})
const all = [
  entry('tomorrow', '2026-11-21'),
  entry('webinar', '2026-11-20', {
    kind: 'event',
    link: { type: 'link', href: 'https://acme.example/w', children: ['Sign up'] },
  }),
  entry('pro', '2026-11-19', { when: { kind: 'attr', where: { plan: 'pro' } } }),
  entry('old', '2026-09-01'),
]

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

function create(storage = memoryStorage(), seen: readonly string[] = []) {
  const scope = createScope()
  ends.push(scope.dispose)
  const isPro = signal(false)
  const server = { isUp: true, asked: [] as string[] }
  const entries = signal<ReadonlyMap<string, StateEntry> | undefined>(
    new Map(
      seen.map((id) => [`news/${id}/seen`, { key: `news/${id}/seen`, value: true, merge: 'last', changedAt: 0 }]),
    ),
  )
  const opened: string[] = []
  const tracked: string[] = []
  const panel = signal<{ feature: string; route: string } | undefined>({ feature: 'news', route: '' })
  const context = {
    scope,
    storage,
    panel,
    locale: signal('en-GB'),
    config: signal({}),
    services: createServices(),
    page: { url: signal('https://app.example/') },
    clock: { now: () => Date.UTC(2026, 10, 20, 12), wait: () => new Promise(() => {}) },
    state: {
      entries,
      put: (one: StateEntry) => void (entries.value = new Map(entries.value).set(one.key, one)),
    },
    targeting: async () => ({ evaluate: (rule: unknown) => ({ rule, verdict: isPro.value }) }),
    translator: (messages: Parameters<FeatureContext['translator']>[0]) => createTranslator(() => 'en', messages),
    open: (feature: string, route: string) => void opened.push(`${feature} ${route}`),
    close: () => void opened.push('close'),
    track: (name: string, data: unknown) => void tracked.push(`${name} ${JSON.stringify(data)}`),
    report: (error: unknown) => void tracked.push(String(error)),
  } as unknown as FeatureContext
  const files: Record<string, unknown> = {
    'manifest.json': {
      format: 1,
      version: 'v1',
      defaultLocale: 'en',
      locales: {
        en: { count: 0, index: '', shards: [], news: 'news.en.1.json' },
        lv: { count: 0, index: '', shards: [] },
      },
    },
    'news.en.1.json': { entries: all },
  }
  const fetch = (async (url: string) => {
    const name = url.slice('https://cdn.example/help/'.length)
    server.asked.push(name)
    if (!server.isUp) throw new TypeError('Failed to fetch')
    return files[name] ? Response.json(files[name]) : new Response('', { status: 404 })
  }) as typeof globalThis.fetch
  const mark = signal(0)
  const model = createNewsModel(context, { content: 'https://cdn.example/help' }, mark, fetch)
  const ids = () => model.entries.value.map(({ id }) => id)
  return { context, scope, model, mark, ids, isPro, server, entries, opened, tracked, storage, panel }
}

describe('entries', () => {
  it('are those that are out and for this visitor', async () => {
    const { model, ids, isPro } = create()
    await model.load()
    expect(ids()).toEqual(['webinar', 'old'])
    isPro.value = true
    await expect.poll(ids).toEqual(['webinar', 'pro', 'old'])
  })

  it('mark the launcher until they are seen, by the visitor and not by the device, and not when they are old', async () => {
    const { model, mark, entries, tracked } = create()
    expect(mark.value).toBe(0)
    await model.load()
    expect(mark.value).toBe(1)
    model.see()
    expect(mark.value).toBe(0)
    expect([...(entries.value?.keys() ?? [])]).toEqual(['news/webinar/seen'])
    expect(tracked).toEqual(['news_seen {"entries":["webinar"]}'])
    const elsewhere = create(memoryStorage(), ['webinar'])
    await elsewhere.model.load()
    expect(elsewhere.mark.value).toBe(0)
  })

  it('are there without a connection once they were seen; before that it says so, and asks again', async () => {
    const first = create()
    await first.model.load()
    first.model.see()
    const later = create(first.storage)
    later.server.isUp = false
    await later.model.load()
    expect(later.ids()).toEqual(['webinar', 'old'])
    const never = create()
    never.server.isUp = false
    await expect(never.model.load()).rejects.toThrow('Failed to fetch')
    expect(never.model.state.value.status).toBe('failed')
    never.server.isUp = true
    await never.model.load()
    expect(never.ids()).toEqual(['webinar', 'old'])
  })

  it('are asked for once', async () => {
    const { model, server } = create()
    await Promise.all([model.load(), model.load()])
    expect(server.asked).toEqual(['manifest.json', 'news.en.1.json'])
  })
})

describe('the view', () => {
  const draw = (test: ReturnType<typeof create>): HTMLElement => {
    const container = document.createElement('div')
    document.body.append(container)
    ends.push(() => container.remove())
    newsPanel(test.context, test.model).mount(container, test.scope, signal(''))
    return container
  }

  it('shows what is new, marks what was not seen, and reads it', async () => {
    const test = create()
    const container = draw(test)
    await expect.poll(() => container.textContent).toContain('About webinar')
    expect(container.textContent).toContain('Event20 November')
    expect(container.querySelectorAll('[aria-label=Unread]')).toHaveLength(1)
    expect(container.querySelector<HTMLAnchorElement>('.way a')?.href).toBe('https://acme.example/w')
    expect(test.mark.value).toBe(0)
  })

  it('reads nothing while the panel shows something else', async () => {
    const test = create()
    test.panel.value = { feature: 'chat', route: '' }
    const container = draw(test)
    await expect.poll(() => container.textContent).toContain('About webinar')
    expect(test.mark.value).toBe(1)
    test.panel.value = { feature: 'news', route: '' }
    await expect.poll(() => test.mark.value).toBe(0)
  })

  it('says that it did not load', async () => {
    const test = create()
    test.server.isUp = false
    const container = draw(test)
    await expect.poll(() => container.textContent).toContain('The news didn’t load')
    test.server.isUp = true
    container.querySelector<HTMLElement>('.state button')?.click()
    await expect.poll(() => container.textContent).toContain('About webinar')
  })
})
