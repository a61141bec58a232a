/** A Paperlane of its own for each test: a fresh folder, a clock that stands, and callers with a cookie or token. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { createApi } from '../api.ts'
import { openDatabase, type Store } from '../database.ts'

export const tokenKey = 'a-key-of-at-least-thirty-two-bytes!'
export const dayMs = 86_400_000
export const password = 'correct horse battery'
export const iban = 'LV80 BANK 0000 4351 9500 1'
export const details = {
  name: 'Brightwater',
  initials: '',
  colour: '#1f3a5f',
  address: 'Brīvības 1, Riga',
  country: 'LV',
  vatNumber: '',
}

export function setUpPaperlane() {
  let dataDir = ''
  let store: Store
  let api: ReturnType<typeof createApi>
  const world = {
    now: 0,
    restart,
    request: (path: string, init: RequestInit) => api.request(path, init),
    caller,
    signUp,
  }

  function start() {
    store = openDatabase(dataDir)
    api = createApi({ store, tokenKey, now: () => world.now })
  }

  async function restart() {
    await store.destroy()
    start()
  }

  /** A browser or script with its own cookie or token. */
  function caller(credential: { cookie?: string; authorization?: string } = {}) {
    const headers: Record<string, string> = { 'content-type': 'application/json', ...credential }
    const call = async (method: string, path: string, body?: unknown) => {
      const init: RequestInit = { method, headers }
      if (body !== undefined) init.body = JSON.stringify(body)
      const response = await api.request(path, init)
      const cookie = response.headers.get('set-cookie')?.split(';')[0]
      if (cookie) headers.cookie = cookie
      return { status: response.status, body: await response.json() }
    }
    return {
      get: (path: string) => call('GET', path),
      post: (path: string, body: unknown = {}) => call('POST', path, body),
      put: (path: string, body: unknown) => call('PUT', path, body),
      patch: (path: string, body: unknown) => call('PATCH', path, body),
      delete: (path: string) => call('DELETE', path),
      cookie: () => headers.cookie ?? '',
    }
  }

  async function signUp(email = 'ada@brightwater.eu', company = 'Brightwater') {
    const ada = caller()
    const { status } = await ada.post('/sign-up', { name: 'Ada Berg', email, company, password })
    expect(status).toBe(201)
    return ada
  }

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'paperlane-'))
    world.now = Date.UTC(2026, 10, 20, 10)
    start()
  })

  afterEach(async () => {
    await store.destroy()
    rmSync(dataDir, { recursive: true })
  })

  return world
}

type Caller = Awaited<ReturnType<ReturnType<typeof setUpPaperlane>['signUp']>>

export async function addClient(who: Caller, change: object = {}): Promise<string> {
  const { body } = await who.post('/clients', { name: 'Northwind Films', country: 'LV', ...change })
  return body.client.id
}

export async function addInvoice(who: Caller, clientId: string) {
  const lines = [{ description: 'Title design', unitCents: 12_000 }]
  const { status, body } = await who.post('/invoices', { clientId, lines })
  expect(status).toBe(201)
  return body.invoice
}
