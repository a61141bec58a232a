import { keysWith, memoryStorage } from '@docent/core'
import { afterEach, describe, expect, it } from 'vitest'
import { createHelpModel } from '../model.ts'
import type { FaqOptions } from '../options.ts'
import { createTestContext, createTestModel, createTestServer, settle, twoArticles } from '../test-context.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

async function create(storage = memoryStorage(), server = createTestServer(twoArticles), options?: FaqOptions) {
  const test = await createTestModel(storage, server, options)
  ends.push(test.scope.dispose)
  return { ...test, server }
}
const storedKeys = async (storage = memoryStorage()): Promise<string[]> =>
  (await storage.read(keysWith('faq/'))).map(([key]) => key)

describe('fetching', () => {
  it('asks for nothing before it is needed, then for manifest, index and search data once', async () => {
    const { model, server } = await create()
    expect(server.asked).toEqual([])
    await Promise.all([model.load(), model.load(), model.search('send')])
    expect(server.asked).toEqual(['manifest.json', 'index.en.v1.json', 'search.v1.json'])
    expect(model.state.value.status).toBe('ready')
  })

  it('asks for the bodies of an article when it is opened', async () => {
    const { bodies, server, body } = await create()
    await bodies.need('vat')
    expect(body('vat')).toContain('Body of vat, v1.')
    expect(server.asked).toEqual(['manifest.json', 'index.en.v1.json', 'a.1.v1.json'])
    await bodies.need('vat')
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
    await expect.poll(() => here.server.asked.slice(2)).toEqual(['search.v1.json', 'a.0.v1.json', 'a.1.v1.json'])

    const saving = await create()
    saving.model.use()
    await saving.pass(1000)
    expect(saving.server.asked).toEqual(['manifest.json', 'index.en.v1.json'])
  })

  it('fetches the pictures of all articles where the team wants them without a connection', async () => {
    const server = createTestServer(twoArticles)
    const shard = server.files.get('a.0.v1.json') as { articles: Record<string, unknown[]> }
    shard.articles.send?.push({
      type: 'list',
      ordered: false,
      items: [{ children: [{ type: 'image', src: 'p.png', alt: '' }] }],
    })
    const options = { content: 'https://cdn.example/help', offlinePictures: true }
    const { model, pass, ...test } = await create(memoryStorage(), server, options)
    model.use(async () => {})
    await settle()
    await pass(1000)
    await expect.poll(() => test.server.asked.at(-1)).toBe('p.png')
  })

  it('takes the locale that is nearest', async () => {
    const server = createTestServer(twoArticles)
    server.publish('v1', twoArticles, ['en', 'pt'])
    const { model, locale } = await create(memoryStorage(), server)
    locale.value = 'pt-BR'
    expect((await model.load()).locale).toBe('pt')
  })

  it('asks the backend where the host names no address', async () => {
    const server = createTestServer(twoArticles)
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
      const server = createTestServer(twoArticles)
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
    const server = createTestServer(twoArticles, 'https://app.example/help/')
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
    const server = createTestServer(twoArticles)
    const hanging = ((_: string, { signal }: RequestInit) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))) as typeof fetch
    const { model, pass } = await create(memoryStorage(), { ...server, fetch: hanging })
    const loading = model.load()
    await settle()
    await Promise.all([expect(loading).rejects.toThrow(), pass(15_000)])
    expect(model.state.value.status).toBe('failed')
  })

  it('says that an article failed, and gets it when asked again', async () => {
    const { model, bodies, server, body } = await create()
    await model.load()
    server.isUp = false
    await bodies.need('send')
    expect(body('send')).toContain('failed')
    server.isUp = true
    await bodies.need('send')
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
    const { model, bodies, storage } = await create()
    await model.search('invoice')
    await bodies.need('send')
    expect(await storedKeys(storage)).toEqual([])
  })

  it('is everything that was fetched, then', async () => {
    const { model, bodies, storage } = await create()
    await bodies.need('send')
    model.use()
    await bodies.need('vat')
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
    await first.bodies.need('vat')
    const server = createTestServer(twoArticles)
    server.isUp = false
    const later = await create(first.storage, server)
    await later.bodies.need('vat')
    expect(later.body('vat')).toContain('Body of vat, v1.')
    expect((await later.model.search('vat rate')).map(({ article }) => article.id)).toEqual(['vat'])
    expect(later.model.state.value.status).toBe('ready')
  })

  it('is searched with what was prepared, from then on', async () => {
    const first = await create()
    first.model.use()
    await first.model.search('vat')
    const server = createTestServer(twoArticles)
    server.isUp = false
    const later = await create(first.storage, server)
    expect((await later.model.search('vat rate')).map(({ article }) => article.id)).toEqual(['vat'])
    expect(await storedKeys(first.storage)).toContain('faq/file/search.v1.json')
  })

  it('is renewed by the files that changed only, and the old ones go', async () => {
    const first = await create()
    first.model.use()
    await first.bodies.need('send')
    await first.bodies.need('vat')
    const server = createTestServer(twoArticles)
    server.publish('v2')
    // The second file of bodies is the same as before.
    const manifest = server.files.get('manifest.json') as { locales: { en: { shards: string[] } } }
    manifest.locales.en.shards[1] = 'a.1.v1.json'
    const later = await create(first.storage, server)
    await later.bodies.need('vat')
    await expect.poll(() => later.model.state.value.content?.version).toBe('v2')
    await later.bodies.need('send')
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
    const server = createTestServer(twoArticles, 'https://other.example/')
    server.publish('w1')
    const other = await create(first.storage, server, { content: 'https://other.example' })
    expect((await other.model.load()).version).toBe('w1')
  })

  it('moves to the new files when those of an old build are gone from the server', async () => {
    const { model, bodies, server, body } = await create()
    await model.load()
    server.publish('v2')
    await bodies.need('send')
    expect(body('send')).toContain('Body of send, v2.')
  })
})
