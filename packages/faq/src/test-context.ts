import {
  createScope,
  createServices,
  createTranslator,
  type FeatureContext,
  memoryStorage,
  type Storage,
} from '@docent/core'
import type {
  HelpArticleEntry,
  HelpIndex,
  HelpManifest,
  HelpShard,
  Json,
  RecordedEvent,
  RichText,
  StateEntry,
} from '@docent/protocol'
import { signal } from '@preact/signals-core'
import type { Trail } from './feature.ts'
import { createHelpModel } from './model.ts'
import type { FaqOptions } from './options.ts'
import { buildSearchData } from './search/impact/build-search-data.ts'

/** A context in memory for the tests of this package: real signals, storage and services, no browser and no time. */
export function createTestContext(storage: Storage = memoryStorage()) {
  const scope = createScope()
  const url = signal('https://app.example/invoices/42')
  const online = signal(true)
  const panel = signal<{ feature: string; route: string } | undefined>(undefined)
  const entries = signal<ReadonlyMap<string, StateEntry>>(new Map())
  const locale = signal('en')
  const tracked: string[] = []
  const reported: unknown[] = []
  const heard: ((event: RecordedEvent) => void)[] = []
  const waits: { readonly ms: number; readonly wake: () => void }[] = []
  const services = createServices()
  const context = {
    scope,
    app: 'test',
    config: signal({}),
    clock: {
      now: () => Date.UTC(2026, 10, 20),
      wait: (ms: number, ended: AbortSignal) =>
        new Promise<void>((wake) => {
          waits.push({ ms, wake })
          ended.addEventListener('abort', () => wake(), { once: true })
        }),
    },
    page: { url, online },
    locale,
    services,
    storage,
    transport: { query: () => Promise.reject(new Error('no content')) },
    panel,
    state: {
      entries,
      get: (key: string) => entries.value.get(key)?.value,
      put: (entry: StateEntry) => void (entries.value = new Map(entries.value).set(entry.key, entry)),
    },
    translator: (messages: Parameters<FeatureContext['translator']>[0]) => createTranslator(() => 'en', messages),
    open: (feature: string, route = '') => void (panel.value = { feature, route }),
    close: () => void (panel.value = undefined),
    track: (name: string, data?: Json) => void tracked.push(`${name} ${JSON.stringify(data)}`),
    onTrack: (handle: (event: RecordedEvent) => void) => void heard.push(handle),
    past: [],
    report: (error: unknown) => void reported.push(error),
  } as unknown as FeatureContext
  /** Lets everything go on that waits for so many ms, until nothing new happens. */
  const pass = async (ms: number): Promise<void> => {
    for (const wait of waits.splice(0)) wait.ms === ms ? wait.wake() : waits.push(wait)
    await settle()
  }
  /** As another feature tells it. */
  const happen = (name: string): void => {
    for (const handle of heard) handle({ name, at: 0 })
  }
  return { context, scope, happen, url, online, panel, locale, entries, services, tracked, reported, waits, pass }
}

/** Until every promise that can be kept is. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

export const entry = (id: string, more: Partial<HelpArticleEntry> = {}): HelpArticleEntry => ({
  id,
  title: `About ${id}`,
  category: 'one',
  headings: [],
  lead: `The beginning of ${id}.`,
  keywords: [],
  level: 'basic',
  pages: [],
  minutes: 2,
  shard: 0,
  ...more,
})

const text = (words: string): RichText => [{ type: 'paragraph', children: [words] }]

const searchDataFor = (articles: readonly HelpArticleEntry[]) =>
  buildSearchData(articles.map((article) => ({ ...article, keywords: [...article.keywords], body: article.lead })))

/** A help centre on a server that can be switched off. Bodies read `Body of <id>, <version>.` */
export function createTestServer(articles: readonly HelpArticleEntry[], base = 'https://cdn.example/help/') {
  const files = new Map<string, unknown>()
  const asked: string[] = []
  const server = {
    asked,
    files,
    isUp: true,
    /** Puts another build in the place of the one before. */
    publish(version: string, published = articles, locales: readonly string[] = ['en']) {
      files.clear()
      const shards = [...new Set(published.map(({ shard }) => shard))].map((shard) => {
        const bodies = published
          .filter((one) => one.shard === shard)
          .map(({ id }) => [id, text(`Body of ${id}, ${version}.`)])
        const name = `a.${shard}.${version}.json`
        files.set(name, { articles: Object.fromEntries(bodies) } satisfies HelpShard)
        return name
      })
      const search = `search.${version}.json`
      files.set(search, searchDataFor(published))
      const categories = [...new Set(published.map(({ category }) => category))].map((id) => ({
        id,
        title: `Topic ${id}`,
      }))
      const manifest = {
        format: 1,
        version,
        defaultLocale: 'en',
        locales: {} as Record<string, HelpManifest['locales'][string]>,
      }
      for (const locale of locales) {
        const index = `index.${locale}.${version}.json`
        files.set(index, { categories, articles: published } satisfies HelpIndex)
        manifest.locales[locale] = { count: published.length, index, search, shards }
      }
      files.set('manifest.json', manifest)
    },
    fetch: (async (url: string) => {
      const name = url.slice(base.length)
      asked.push(name)
      if (!server.isUp) throw new TypeError('Failed to fetch')
      const file = files.get(name)
      return file ? Response.json(file) : new Response('', { status: 404 })
    }) as typeof globalThis.fetch,
  }
  server.publish('v1')
  return server
}

/** Two articles in two topics and two files; the first belongs to the invoices of the host app. */
export const twoArticles: readonly HelpArticleEntry[] = [
  entry('send', { title: 'Send an invoice', pages: ['/invoices/*'] }),
  entry('vat', { title: 'Which VAT rate is used?', shard: 1, category: 'two' }),
]

/** A model over a server with two articles, unless told otherwise. */
export async function createTestModel(
  storage: Storage = memoryStorage(),
  server: Pick<ReturnType<typeof createTestServer>, 'fetch'> = createTestServer(twoArticles),
  options: FaqOptions = { content: 'https://cdn.example/help' },
) {
  const test = createTestContext(storage)
  const trail: Trail = { searches: [] }
  const model = await createHelpModel(test.context, options, trail, server.fetch)
  const bodies = await model.bodies()
  const body = (id: string): string => JSON.stringify(bodies.article(id))
  return { ...test, storage, trail, model, bodies, body }
}
