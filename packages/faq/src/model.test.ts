import { keysWith, memoryStorage } from '@docent/core'
import { afterEach, describe, expect, it } from 'vitest'
import type { Trail } from './feature.ts'
import { createHelpModel } from './model.ts'
import type { FaqOptions } from './options.ts'
import { articleOf } from './reduce.ts'
import { createTestContext, createTestServer, entry, settle } from './test-context.ts'

const articles = [
  entry('send', { title: 'Send an invoice', pages: ['/invoices/*'] }),
  entry('vat', { title: 'Which VAT rate is used?', shard: 1, category: 'two' }),
]
const options: FaqOptions = { content: 'https://cdn.example/help' }
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

async function create(storage = memoryStorage(), server = createTestServer(articles), given = options) {
  const test = createTestContext(storage)
  ends.push(test.scope.dispose)
  const trail: Trail = { searches: [] }
  const model = await createHelpModel(test.context, given, trail, server.fetch)
  const body = (id: string): string => JSON.stringify(articleOf(model.state.value, id))
  return { ...test, storage, server, trail, model, body }
}
const storedKeys = async (storage = memoryStorage()): Promise<string[]> =>
  (await storage.read(keysWith('faq/'))).map(([key]) => key)

describe('fetching', () => {
  it('asks for nothing before it is needed, then for manifest and index once', async () => {
    const { model, server } = await create()
    expect(server.asked).toEqual([])
    await Promise.all([model.load(), model.load(), model.search('send')])
    expect(server.asked).toEqual(['manifest.json', 'index.en.v1.json'])
    expect(model.state.value.status).toBe('ready')
  })

  it('asks for the bodies of an article when it is opened', async () => {
    const { model, server, body } = await create()
    await model.need('vat')
    expect(body('vat')).toContain('Body of vat, v1.')
    expect(server.asked).toEqual(['manifest.json', 'index.en.v1.json', 'a.1.v1.json'])
    await model.need('vat')
    expect(server.asked).toHaveLength(3)
  })

  it('fetches everything ahead once the visitor is here, and nothing more for one who saves data', async () => {
    const here = await create()
    let isAhead = false
    here.model.use(async () => void (isAhead = true))
    await settle()
    expect(here.server.asked).toEqual(['manifest.json', 'index.en.v1.json'])
    await here.pass(1000)
    expect(isAhead).toBe(true)
    await expect.poll(() => here.server.asked.slice(2)).toEqual(['a.0.v1.json', 'a.1.v1.json'])

    const saving = await create()
    saving.model.use()
    await saving.pass(1000)
    expect(saving.server.asked).toEqual(['manifest.json', 'index.en.v1.json'])
  })

  it('takes the locale that is nearest', async () => {
    const server = createTestServer(articles)
    server.publish('v1', articles, ['en', 'pt'])
    const { model, locale } = await create(memoryStorage(), server)
    locale.value = 'pt-BR'
    expect((await model.load()).locale).toBe('pt')
  })

  it('asks the backend where the host names no address', async () => {
    const server = createTestServer(articles)
    const { context, scope } = createTestContext()
    ends.push(scope.dispose)
    const manifest = server.files.get('manifest.json')
    Object.assign(context.transport, {
      query: async () => ({ version: 'v1', base: 'https://cdn.example/help', manifest }),
    })
    const model = await createHelpModel(context, {}, { searches: [] }, server.fetch)
    expect((await model.load()).articles).toHaveLength(2)
    expect(server.asked).toEqual(['index.en.v1.json'])
  })

  it('takes a whole address from the app’s configuration, and leaves one relative to the server to the server', async () => {
    const loadWith = async (help: string): Promise<string[]> => {
      const server = createTestServer(articles)
      const { context, scope } = createTestContext()
      ends.push(scope.dispose)
      const answer = { version: 'v1', base: 'https://cdn.example/help', manifest: server.files.get('manifest.json') }
      Object.assign(context.transport, { query: async () => answer })
      Object.assign(context, { config: { peek: () => ({ help }) } })
      await (await createHelpModel(context, {}, { searches: [] }, server.fetch)).load()
      return server.asked
    }
    expect(await loadWith('https://cdn.example/help/')).toEqual(['manifest.json', 'index.en.v1.json'])
    expect(await loadWith('/help/acme/')).toEqual(['index.en.v1.json'])
  })

  it('reads an address of the host as the page would', async () => {
    const server = createTestServer(articles, 'https://app.example/help/')
    const { model } = await create(memoryStorage(), server, { content: '/help' })
    expect((await model.load()).base).toBe('https://app.example/help/')
  })
})

describe('when the network fails', () => {
  it('says so, and loads when asked again', async () => {
    const { model, server } = await create()
    server.isUp = false
    await expect(model.load()).rejects.toThrow('Failed to fetch')
    expect(model.state.value.status).toBe('failed')
    server.isUp = true
    await model.load()
    expect(model.state.value.status).toBe('ready')
  })

  it('loads by itself when the connection is back', async () => {
    const { model, server, online } = await create()
    server.isUp = false
    online.value = false
    model.use()
    await expect.poll(() => model.state.value.status).toBe('failed')
    server.isUp = true
    online.value = true
    await expect.poll(() => model.state.value.status).toBe('ready')
  })

  it('does not ask over and over while it fails', async () => {
    const { model, server } = await create()
    server.isUp = false
    model.use()
    await expect.poll(() => model.state.value.status).toBe('failed')
    await settle()
    expect(server.asked).toEqual(['manifest.json'])
  })

  it('gives up on a server that does not answer', async () => {
    const server = createTestServer(articles)
    const hanging = ((_: string, { signal }: RequestInit) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))) as typeof fetch
    const { model, pass } = await create(memoryStorage(), { ...server, fetch: hanging })
    const loading = model.load()
    await settle()
    await Promise.all([expect(loading).rejects.toThrow(), pass(15_000)])
    expect(model.state.value.status).toBe('failed')
  })

  it('says that an article failed, and gets it when asked again', async () => {
    const { model, server, body } = await create()
    await model.load()
    server.isUp = false
    await model.need('send')
    expect(body('send')).toContain('failed')
    server.isUp = true
    await model.need('send')
    expect(body('send')).toContain('Body of send')
  })

  it('refuses what is not a manifest it reads', async () => {
    const { model, server } = await create()
    server.files.set('manifest.json', { format: 2 })
    await expect(model.load()).rejects.toThrow('not the manifest')
  })
})

describe('what is kept on the device', () => {
  it('is nothing before the visitor opens help or searches', async () => {
    const { model, storage } = await create()
    await model.search('invoice')
    await model.need('send')
    expect(await storedKeys(storage)).toEqual([])
  })

  it('is everything that was fetched, then', async () => {
    const { model, storage } = await create()
    await model.need('send')
    model.use()
    await model.need('vat')
    expect(await storedKeys(storage)).toEqual([
      'faq/file/a.0.v1.json',
      'faq/file/a.1.v1.json',
      'faq/file/index.en.v1.json',
      'faq/manifest',
    ])
  })

  it('opens and is searched on a later visit without a connection', async () => {
    const first = await create()
    first.model.use()
    await first.model.need('vat')
    const server = createTestServer(articles)
    server.isUp = false
    const later = await create(first.storage, server)
    await later.model.need('vat')
    expect(later.body('vat')).toContain('Body of vat, v1.')
    expect((await later.model.search('vat rate')).map(({ article }) => article.id)).toEqual(['vat'])
    expect(later.model.state.value.status).toBe('ready')
  })

  it('is renewed by the files that changed only, and the old ones go', async () => {
    const first = await create()
    first.model.use()
    await first.model.need('send')
    await first.model.need('vat')
    const server = createTestServer(articles)
    server.publish('v2')
    // The second file of bodies is the same as before.
    const manifest = server.files.get('manifest.json') as { locales: { en: { shards: string[] } } }
    manifest.locales.en.shards[1] = 'a.1.v1.json'
    const later = await create(first.storage, server)
    await later.model.need('vat')
    await expect.poll(() => later.model.state.value.content?.version).toBe('v2')
    await later.model.need('send')
    expect(later.body('send')).toContain('Body of send, v2.')
    expect(server.asked).toEqual(['manifest.json', 'index.en.v2.json', 'a.0.v2.json'])
    await expect
      .poll(() => storedKeys(first.storage))
      .toEqual(['faq/file/a.0.v2.json', 'faq/file/a.1.v1.json', 'faq/file/index.en.v2.json', 'faq/manifest'])
  })

  it('is not used for another help centre', async () => {
    const first = await create()
    first.model.use()
    await first.model.load()
    const server = createTestServer(articles, 'https://other.example/')
    server.publish('w1')
    const other = await create(first.storage, server, { content: 'https://other.example' })
    expect((await other.model.load()).version).toBe('w1')
  })

  it('moves to the new files when those of an old build are gone from the server', async () => {
    const { model, server, body } = await create()
    await model.load()
    server.publish('v2')
    await model.need('send')
    expect(body('send')).toContain('Body of send, v2.')
  })
})

describe('searching', () => {
  it('answers while typing and remembers what was meant, newest first', async () => {
    const { model, trail, tracked, pass } = await create()
    for (const query of ['s', 'se', 'send']) model.type(query)
    await expect.poll(() => model.state.value.results?.query).toBe('send')
    expect(tracked).toEqual([])
    await pass(1000)
    expect(tracked).toEqual(['help_searched {"text":"send","results":1}'])
    model.type('vat')
    await expect.poll(() => model.state.value.results?.query).toBe('vat')
    model.settle()
    model.settle()
    expect(tracked).toHaveLength(2)
    expect(trail.searches).toEqual(['vat', 'send'])
  })

  it('waits for a pause in typing only where there are many articles', async () => {
    const many = Array.from({ length: 151 }, (_, index) => entry(`n${index}`))
    const { model, waits, pass } = await create(memoryStorage(), createTestServer(many))
    model.type('n7')
    await expect.poll(() => waits.some(({ ms }) => ms === 120)).toBe(true)
    expect(model.state.value.results).toBeUndefined()
    await pass(120)
    await expect.poll(() => model.state.value.results?.query).toBe('n7')
  })

  it('says that it failed when there is nothing to search', async () => {
    const { model, server, reported } = await create()
    server.isUp = false
    model.type('vat')
    await expect.poll(() => model.state.value.searchFailed).toBe(true)
    expect(reported).toHaveLength(1)
  })

  it('suggests what answers a text, and without one what belongs to the page', async () => {
    const { model, url } = await create()
    expect((await model.suggest('which vat rate do I use')).map(({ id }) => id)).toEqual(['vat'])
    expect(await model.suggest('')).toEqual([
      { id: 'send', title: 'Send an invoice', excerpt: 'The beginning of send.' },
    ])
    url.value = 'https://app.example/clients'
    expect(await model.suggest(' ')).toEqual([])
  })
})

describe('reading', () => {
  it('remembers the last article and counts it once', async () => {
    const { model, trail, tracked } = await create()
    for (const article of [articles[0]!, articles[0]!, articles[1]!]) model.viewed(article)
    expect(trail.article).toEqual({ id: 'vat', title: 'Which VAT rate is used?' })
    expect(tracked).toEqual(['article_viewed {"id":"send"}', 'article_viewed {"id":"vat"}'])
  })

  it('keeps what the visitor said of it', async () => {
    const { model, entries, tracked } = await create()
    expect(model.rating('send')).toBeUndefined()
    model.rate('send', false)
    expect(model.rating('send')).toBe(false)
    expect(entries.value.get('faq/send/helpful')).toMatchObject({ value: false, merge: 'last' })
    expect(tracked).toEqual(['article_rated {"id":"send","helpful":false}'])
  })
})

describe('articles given in the options', () => {
  it('are a help centre without a server', async () => {
    const server = createTestServer([])
    const given: FaqOptions = {
      articles: [
        { id: 'a', title: 'How do I log in?', category: 'Account', body: 'With your e-mail.\n\nThen the code.' },
        {
          id: 'b',
          title: 'How do I pay?',
          body: [{ type: 'heading', level: 2, id: 'card', children: ['By card'] }, 'Take it.'],
        },
      ],
    }
    const { model } = await create(memoryStorage(), server, given)
    const content = await model.load()
    expect(content.categories).toEqual([
      { id: 'Account', title: 'Account' },
      { id: '', title: '' },
    ])
    expect(content.articles[1]).toMatchObject({ headings: ['By card'] })
    expect(articleOf(model.state.value, 'a').body).toEqual([
      { type: 'paragraph', children: ['With your e-mail.'] },
      { type: 'paragraph', children: ['Then the code.'] },
    ])
    expect((await model.search('card')).map(({ article }) => article.id)).toEqual(['b'])
    model.use()
    await model.need('b')
    expect(server.asked).toEqual([])
  })
})
