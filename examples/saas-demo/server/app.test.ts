import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { openDatabase, type Store } from './database.ts'

const html =
  '<script nonce="__NONCE__" src="http://localhost:4100/cdn/loader.js" data-server="http://localhost:4100"></script>'
const docentUrl = 'https://support.example.com'
let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paperlane-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), html)
  writeFileSync(join(folder, 'assets/index-1a2b.js'), 'export {}')
  store = openDatabase(folder)
})

afterEach(async () => {
  await store.destroy()
  rmSync(folder, { recursive: true })
})

const app = () => createApp({ store, tokenKey: 'x'.repeat(32), now: Date.now }, { docentUrl, pagesDir: folder })

describe('pages', () => {
  it('carry the address of Docent and a nonce of their own, under a strict policy', async () => {
    const first = await app().request('/invoices/new')
    const text = await first.text()
    const nonce = /nonce="([^"]+)"/.exec(text)?.[1] ?? ''
    expect(text).toContain(`src="${docentUrl}/cdn/loader.js" data-server="${docentUrl}"`)
    const policy = first.headers.get('content-security-policy')
    expect(policy).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic'`)
    expect(policy).toContain(`connect-src 'self' ${docentUrl} wss://support.example.com`)
    expect(policy).not.toContain('unsafe-inline')
    expect(await (await app().request('/')).text()).not.toContain(nonce)
  })

  it('are kept forever only where the name has a hash', async () => {
    expect((await app().request('/assets/index-1a2b.js')).headers.get('cache-control')).toContain('immutable')
    expect((await app().request('/assets/gone.js')).status).toBe(404)
    expect((await app().request('/')).headers.get('cache-control')).toBe('no-cache')
  })

  it('answer API addresses with JSON, never with a page', async () => {
    const unknown = await app().request('/api/nothing')
    expect([unknown.status, unknown.headers.get('content-type')]).toEqual([401, 'application/json'])
  })

  it('say what to do when they are not built', () => {
    rmSync(join(folder, 'index.html'))
    expect(app).toThrow(/not built.*Run "pnpm build"/)
  })
})
