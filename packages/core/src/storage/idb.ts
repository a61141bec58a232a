import { createStore, promisifyRequest, type UseStore } from 'idb-keyval'
import { databaseExists } from './database-exists.ts'
import { memoryStorage, same } from './memory.ts'
import { type Entry, type KeyRange, keysWith, type Storage, type Stored, type Write } from './storage.ts'
import { tellTabs } from './tell-tabs.ts'
import { watchTabs } from './watch-tabs.ts'

/**
 * Storage in IndexedDB. Nothing is created before the first write: a database that is not there is not opened, since opening
 * makes it. When the browser refuses (private mode, full disk) everything moves to memory and `durability` says so.
 * @param name Unique per origin, app and identity.
 */
export function idbStorage(name: string): Storage {
  let use: UseStore | undefined
  let fallback: Storage | undefined
  let degrading: Promise<Storage> | undefined
  const open = (): UseStore => (use ??= createStore(name, 'entries'))
  const degrade = (): Promise<Storage> =>
    (degrading ??= (use ? readRange(use, keysWith('')) : Promise.resolve([]))
      .catch(() => [])
      .then((kept) => (fallback = memoryStorage(kept))))
  /** In the database, or in memory once it has refused. */
  const attempt = async <T>(inDatabase: () => Promise<T>, inMemory: (storage: Storage) => Promise<T>): Promise<T> => {
    if (fallback) return inMemory(fallback)
    try {
      return await inDatabase()
    } catch {
      return inMemory(await degrade())
    }
  }
  return {
    get durability() {
      return fallback ? 'memory' : 'device'
    },
    read: (range, limit) =>
      attempt(
        async () => (use || (await databaseExists(name)) ? readRange(open(), range, limit) : []),
        (memory) => memory.read(range, limit),
      ),
    write: (batch, ...expected) =>
      attempt(
        async () => {
          const written = await writeBatch(open(), batch, ...expected)
          if (written) tellTabs(name, batch)
          return written
        },
        async (memory) => {
          const written = await memory.write(batch, ...expected)
          // A full disk takes nothing more, but lets go: what is signed out or sent must not come back from it.
          const gone = batch.filter(({ value }) => value === undefined)
          if (written && use) await writeBatch(use, gone).catch(() => {})
          return written
        },
      ),
    watch: watchTabs(name),
  }
}

/** Rejects, never throws: where an origin may have no database, opening one throws at once. */
const readRange = async (use: UseStore, { from, to }: KeyRange, limit?: number): Promise<Entry[]> =>
  use('readonly', async (store) => {
    const range = IDBKeyRange.bound(from, to, false, true)
    const [keys, values] = await Promise.all([
      promisifyRequest(store.getAllKeys(range, limit)),
      promisifyRequest<Stored[]>(store.getAll(range, limit)),
    ])
    return keys.map((key, index) => [String(key), values[index] as Stored])
  })

const writeBatch = (use: UseStore, batch: readonly Write[], ...expected: readonly Write[]): Promise<boolean> =>
  use('readwrite', async (store) => {
    const done = promisifyRequest(store.transaction)
    const found = await Promise.all(expected.map(({ key }) => promisifyRequest(store.get(key))))
    const isExpected = expected.every(({ value }, index) => same(found[index], value))
    for (const { key, value } of isExpected ? batch : []) {
      if (value === undefined) store.delete(key)
      else store.put(value, key)
    }
    // At once, not after the answers: the page may be closed before these are here.
    store.transaction.commit()
    await done
    return isExpected
  })
