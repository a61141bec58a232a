import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createContent } from './content/content.ts'
import { createContentNews } from './live/content-news.ts'
import { createGuest } from './testing/guest.ts'
import { createTestFolder, startTestServer, type TestServer } from './testing/test-server.ts'

const ends: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const end of ends.reverse()) await end()
})
const cleanup = (work: () => Promise<void>) => void ends.push(work)
let server: TestServer
let folder: string
const writeManifest = (version: string) =>
  writeFile(join(folder, 'help/manifest.json'), JSON.stringify({ format: 1, version, locales: {} }))

beforeAll(async () => {
  folder = await createTestFolder(cleanup, 'content')
  for (const each of ['help', 'inbox/assets', 'cdn']) await mkdir(join(folder, each), { recursive: true })
  await writeManifest('v1')
  await writeFile(join(folder, 'help/index-0a1b2c3d.json'), '{"articles":[]}')
  await writeFile(join(folder, 'help/picture.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(join(folder, 'inbox/index.html'), '<!doctype html><title>Inbox</title>')
  await writeFile(join(folder, 'inbox/assets/main-0a1b2c3d.js'), 'export {}')
  await writeFile(join(folder, 'cdn/loader.js'), '0')
  await writeFile(join(folder, 'cdn/panel-Cu_gC-x.js'), 'export const long = 1')
  await writeFile(join(folder, 'cdn/panel-Cu_gC-x.js.br'), brotliCompressSync('export const long = 1'))
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'docent.json'), '{ "version": 1, "tours": [] }')
  const app = {
    id: 'acme',
    name: 'Acme',
    accent: '#0a7',
    replyTime: 'within 2 hours',
    presence: true,
    reply: { withinMinutes: 45, rules: [{ plan: 'pro', withinMinutes: 10 }] },
    helpDir: join(folder, 'help'),
    definitionsFile: join(folder, 'docent.json'),
  }
  server = await startTestServer(cleanup, {
    apps: [app, { id: 'plain' }],
    inboxDir: join(folder, 'inbox'),
    cdnDir: join(folder, 'cdn'),
  })
})
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { headers, redirect: 'manual' })

describe('content', () => {
  test('tours and checklists come from a file that is read again when it has changed', async () => {
    const response = await get('/v1/content/guides?app=acme')
    const before = (await response.json()) as { version: string }
    expect(before).toMatchObject({ manifest: { version: 1, tours: [] } })
    const etag = response.headers.get('etag') ?? ''
    expect((await get('/v1/content/guides?app=acme', { 'if-none-match': etag })).status).toBe(304)
    await writeFile(join(folder, 'docent.json'), '{ "version": 1, "tips": [] }')
    const after = await (await get('/v1/content/guides?app=acme', { 'if-none-match': etag })).json()
    expect(after).toMatchObject({ manifest: { tips: [] } })
    expect((await get('/v1/content/guides?app=plain')).status).toBe(404)
    await writeFile(join(folder, 'docent.json'), '{')
    expect((await get('/v1/content/guides?app=acme')).status).toBe(404)
  })

  test('the configuration of an app is public, cacheable and without a visitor', async () => {
    const response = await get('/v1/content/config?app=acme')
    expect(await response.json()).toEqual({
      name: 'Acme',
      accent: '#0a7',
      replyTime: 'within 2 hours',
      presence: true,
      reply: { withinMinutes: 45 },
      help: '/help/acme/',
    })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const etag = response.headers.get('etag') ?? ''
    expect((await get('/v1/content/config?app=acme', { 'if-none-match': etag })).status).toBe(304)
    expect(await (await get('/v1/content/config?app=plain')).json()).toEqual({ help: false })
    expect((await get('/v1/content/config?app=nope')).status).toBe(404)
  })

  test('articles name the manifest and where its files are; a new build changes the version', async () => {
    const response = await get('/v1/content/articles?app=acme')
    const answer = await response.json()
    expect(answer).toEqual({
      version: 'v1',
      base: `${server.url}/help/acme/`,
      manifest: { format: 1, version: 'v1', locales: {} },
    })
    const etag = response.headers.get('etag') ?? ''
    expect((await get('/v1/content/articles?app=acme', { 'if-none-match': etag })).status).toBe(304)
    await writeManifest('v2 of the help centre')
    const next = await get('/v1/content/articles?app=acme', { 'if-none-match': etag })
    expect((await next.json()).version).toBe('v2 of the help centre')
    expect((await get('/v1/content/articles?app=plain')).status).toBe(404)
  })

  test('the query answers the same, or `unchanged`', async () => {
    const guest = await createGuest(server.url, { app: 'acme' })
    expect(await guest.query('content', { kind: 'config' })).toMatchObject({ name: 'Acme' })
    const { version } = await guest.query<{ version: string }>('content', { kind: 'articles' })
    expect(await guest.query('content', { kind: 'articles', version })).toBe('unchanged')
    await expect(guest.query('content', { kind: 'news' })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('files', () => {
  test('of the help centre are open to all pages; hashed ones never change', async () => {
    const hashed = await get('/help/acme/index-0a1b2c3d.json')
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(hashed.headers.get('access-control-allow-origin')).toBe('*')
    const manifest = await get('/help/acme/manifest.json')
    expect(manifest.headers.get('cache-control')).toBe('no-cache')
    expect(
      (await get('/help/acme/manifest.json', { 'if-none-match': manifest.headers.get('etag') ?? '' })).status,
    ).toBe(304)
    expect((await get('/help/acme/picture.svg')).headers.get('content-security-policy')).toContain('sandbox')
    expect((await get('/help/plain/manifest.json')).status).toBe(404)
  })

  test('of the widget are open to all pages', async () => {
    const response = await get('/cdn/loader.js')
    expect(await response.text()).toBe('0')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('content-type')).toContain('javascript')
  })

  test('of the widget are kept for good where their name has a hash, and go out compressed', async () => {
    const response = await get('/cdn/panel-Cu_gC-x.js', { 'accept-encoding': 'br' })
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(response.headers.get('content-type')).toContain('javascript')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('vary')).toMatch(/accept-encoding/i)
    expect(await response.text()).toBe('export const long = 1')
    const plain = await get('/cdn/panel-Cu_gC-x.js', { 'accept-encoding': 'identity' })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toBe('export const long = 1')
    expect((await get('/cdn/loader.js')).headers.get('cache-control')).toBe('no-cache')
  })

  test('of the inbox come with a strict policy, and every path of it is the app', async () => {
    for (const path of ['/inbox/', '/inbox/conversations/7']) {
      const response = await get(path)
      expect(await response.text()).toContain('<title>Inbox')
      expect(response.headers.get('cache-control')).toBe('no-cache')
      const policy = response.headers.get('content-security-policy') ?? ''
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: https:",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ]) {
        expect(policy.split('; ')).toContain(rule)
      }
      expect(policy).not.toContain('unsafe')
    }
    expect((await get('/inbox/assets/main-0a1b2c3d.js')).headers.get('cache-control')).toContain('immutable')
    expect((await get('/inbox/assets/missing.js')).status).not.toBe(200)
    expect((await get('/')).headers.get('location')).toBe('/inbox/')
  })

  test.each([
    '/help/acme/../secret.txt',
    '/help/acme/%2e%2e/secret.txt',
    '/help/acme/..%2fsecret.txt',
    '/cdn/..%5c..%5csecret.txt',
    '/cdn//etc/passwd',
  ])('do not leave their folder: %s', async (path) => {
    const body = await new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(server.url)
      request({ hostname, port, path }, (response) => {
        let text = `${response.statusCode} `
        response.on('data', (chunk) => (text += chunk))
        response.on('end', () => resolve(text))
      })
        .on('error', reject)
        .end()
    })
    expect(body).toMatch(/^404 /)
    expect(body).not.toContain('secret\n')
  })
})

test('an unknown address and a broken database are told as errors without a stack', async () => {
  const missing = await get('/v1/nope/really')
  expect([missing.status, (await missing.json()).error.code]).toEqual([404, 'not-found'])
  expect(await (await get('/healthz')).json()).toEqual({ ok: true })
})

test('visitors who are connected hear of a new help centre', async () => {
  const helpDir = await createTestFolder(cleanup)
  const build = (version: string) => writeFile(join(helpDir, 'manifest.json'), JSON.stringify({ version }))
  await build('one')
  const content = createContent({ id: 'acme', helpDir }, 'http://x', () => {})
  const told: object[] = []
  const check = createContentNews({ tell: (_, __, event) => void told.push(event) }, () => content)
  await check('acme')
  await check('acme')
  expect(told).toEqual([])
  await build('two')
  await utimes(join(helpDir, 'manifest.json'), 1, 1)
  await check('acme')
  await check('acme')
  expect(told).toEqual([{ type: 'content-changed', kind: 'articles', version: 'two' }])
})
