import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { deferredStorage } from './deferred.ts'
import { idbStorage } from './idb.ts'
import { tabStorage } from './session.ts'
import { everything, keysWith, readOne } from './storage.ts'

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  sessionStorage.clear()
  return () => {
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  }
})

/** From now on the browser has no IndexedDB for us, as in some private modes. */
const refuse = (): void => {
  const refusal = new DOMException('refused', 'SecurityError')
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw refusal
  })
  vi.spyOn(indexedDB, 'databases').mockRejectedValue(refusal)
}
/** From now on the disk is full: reading works, writing does not. */
const fillDisk = () =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })

describe('before the first write', () => {
  it.each([
    ['idbStorage', idbStorage],
    ['deferredStorage', (name: string) => deferredStorage('all', name, '', () => {})],
  ])('reading and watching make no database: %s', async (_, make) => {
    const storage = make('docent/untouched')
    storage.watch('a', () => {}, AbortSignal.abort())
    expect(await storage.read(everything)).toEqual([])
    expect(await readOne(storage, 'a')).toBeUndefined()
    expect(await indexedDB.databases()).toEqual([])
    expect(storage.durability).toBe('device')
  })

  it('opening a deferred storage makes no database either; the first write does', async () => {
    const storage = deferredStorage('all', 'docent/acme', '', () => {})
    await storage.open()
    expect(await indexedDB.databases()).toEqual([])
    await storage.write([{ key: 'a', value: 1 }])
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['docent/acme'])
    expect(await storage.read(everything)).toEqual([['a', 1]])
  })

  it.each(['none', 'session'] as const)('consent to "%s" never makes a database', async (level) => {
    const storage = deferredStorage(level, 'docent/acme', '', () => {})
    await storage.write([{ key: 'a', value: 1 }])
    expect(await readOne(storage, 'a')).toBe(1)
    expect(storage.durability).toBe(level === 'none' ? 'memory' : 'tab')
    expect(await indexedDB.databases()).toEqual([])
    expect(sessionStorage).toHaveLength(level === 'none' ? 0 : 1)
  })
})

describe('a browser that refuses IndexedDB', () => {
  it('gets memory, which keeps what is written, and durability says so', async () => {
    refuse()
    const storage = idbStorage('docent/acme')
    expect(await storage.read(everything)).toEqual([])
    expect(storage.durability).toBe('memory')
    expect(await storage.write([{ key: 'a', value: 1 }])).toBe(true)
    expect(await storage.write([{ key: 'a', value: 2 }], { key: 'a', value: 3 })).toBe(false)
    expect(await storage.read(everything)).toEqual([['a', 1]])
  })

  it('answers a deferred reader with nothing instead of an error', async () => {
    refuse()
    const storage = deferredStorage('all', 'docent/acme', '', () => {})
    expect(await storage.read(everything)).toEqual([])
    await storage.write([{ key: 'a', value: 1 }])
    expect(await storage.read(everything)).toEqual([['a', 1]])
    expect(storage.durability).toBe('memory')
  })

  it('keeps what was stored before the disk was full, and the write that did not fit', async () => {
    const storage = idbStorage('docent/acme')
    await storage.write([{ key: 'a', value: 'before' }])
    fillDisk()
    expect(storage.durability).toBe('device')
    expect(await storage.write([{ key: 'b', value: 'too much' }])).toBe(true)
    expect(storage.durability).toBe('memory')
    expect(await storage.read(everything)).toEqual([
      ['a', 'before'],
      ['b', 'too much'],
    ])
  })

  it('loses neither of two writes that meet the full disk at once', async () => {
    const storage = idbStorage('docent/acme')
    await storage.write([{ key: 'a', value: 1 }])
    fillDisk()
    await Promise.all([storage.write([{ key: 'b', value: 2 }]), storage.write([{ key: 'c', value: 3 }])])
    expect(Object.fromEntries(await storage.read(everything))).toEqual({ a: 1, b: 2, c: 3 })
  })
})

it('finds what an earlier page view stored, at every level that outlives one', async () => {
  for (const level of ['session', 'all'] as const) {
    await deferredStorage(level, 'docent/acme', '', () => {}).write([{ key: 'a', value: level }])
    expect(
      await readOne(
        deferredStorage(level, 'docent/acme', '', () => {}),
        'a',
      ),
    ).toBe(level)
  }
})

it('keeps the storages of two names apart, also where one name begins with the other', async () => {
  for (const make of [tabStorage, idbStorage]) {
    const [anonymous, signedIn] = [make('docent/acme'), make('docent/acme/u1')]
    await anonymous.write([{ key: 'a', value: 'nobody' }])
    await signedIn.write([{ key: 'a', value: 'u1' }])
    expect(await readOne(anonymous, 'a')).toBe('nobody')
    expect(await readOne(signedIn, 'a')).toBe('u1')
  }
})

it('a prefix is a range of its own keys only', async () => {
  const storage = tabStorage('docent/acme')
  await storage.write(['chat', 'chat/1', 'chat/2', 'chau', 'outbox/1'].map((key) => ({ key, value: key })))
  expect((await storage.read(keysWith('chat/'))).map(([key]) => key)).toEqual(['chat/1', 'chat/2'])
})
