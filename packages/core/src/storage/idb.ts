import { createStore, promisifyRequest, type UseStore } from 'idb-keyval'
import { memoryStorage, same } from './memory.ts'
import type { Entry, KeyRange, Storage, Stored, Write } from './storage.ts'

/** Schema version of what is stored; part of every database, lock and channel name. */
export const storageVersion = 1

/**
 * Storage in IndexedDB. Nothing is created before the first write: a database that is not there is not opened, since opening
 * makes it. When the browser refuses (private mode, full disk) everything moves to memory and `durability` says so.
 * @param name Unique per origin, app and identity.
 */
export function idbStorage(name: string): Storage {
  let use: UseStore | undefined
  let fallback: Storage | undefined
  const open = (): UseStore => (use ??= createStore(name, 'entries'))
  const channel = createChannel(name)

  async function degrade(): Promise<Storage> {
    fallback ??= memoryStorage(use ? await readAll(use).catch(() => []) : [])
    return fallback
  }
  async function tryRead(range: KeyRange, limit: number | undefined): Promise<Entry[]> {
    if (fallback) return fallback.read(range, limit)
    try {
      if (!use && !(await exists(name))) return []
      return await readRange(open(), range, limit)
    } catch {
      return (await degrade()).read(range, limit)
    }
  }
  return {
    get durability() {
      return fallback ? 'memory' : 'device'
    },
    read: tryRead,
    async write(batch, expect) {
      if (fallback) return fallback.write(batch, expect)
      try {
        const written = await writeBatch(open(), batch, expect)
        if (written) channel.tell(batch.map(({ key }) => key))
        return written
      } catch {
        return (await degrade()).write(batch, expect)
      }
    },
    watch: channel.watch,
  }
}

/** Whether a database is there, without leaving one behind. */
function exists(name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    let fresh = false
    request.onupgradeneeded = () => {
      fresh = true
      request.transaction?.abort()
    }
    request.onsuccess = () => {
      request.result.close()
      resolve(true)
    }
    request.onerror = () => (fresh ? resolve(false) : reject(request.error))
  })
}

const everything = { from: '', to: '\uffff\uffff' }
const readAll = (use: UseStore): Promise<Entry[]> => readRange(use, everything)

const readRange = (use: UseStore, { from, to }: KeyRange, limit?: number): Promise<Entry[]> =>
  use('readonly', async (store) => {
    const range = IDBKeyRange.bound(from, to, false, true)
    const [keys, values] = await Promise.all([
      promisifyRequest(store.getAllKeys(range, limit)),
      promisifyRequest<Stored[]>(store.getAll(range, limit)),
    ])
    return keys.map((key, index) => [String(key), values[index] as Stored])
  })

const writeBatch = (use: UseStore, batch: readonly Write[], expect: Write | undefined): Promise<boolean> =>
  use('readwrite', (store) => {
    const put = (): void => {
      for (const { key, value } of batch) {
        if (value === undefined) store.delete(key)
        else store.put(value, key)
      }
    }
    if (!expect) {
      put()
      return promisifyRequest(store.transaction).then(() => true)
    }
    return new Promise<boolean>((resolve, reject) => {
      const request = store.get(expect.key)
      let matched = false
      request.onsuccess = () => {
        matched = same(request.result, expect.value)
        if (matched) put()
      }
      store.transaction.oncomplete = () => resolve(matched)
      store.transaction.onabort = store.transaction.onerror = () => reject(store.transaction.error)
    })
  })

/** Nudges other tabs. A missed nudge costs latency, never data. */
function createChannel(name: string) {
  const post = (keys: readonly string[]): void => {
    if (typeof BroadcastChannel === 'undefined') return
    const channel = new BroadcastChannel(name)
    channel.postMessage(keys)
    channel.close()
  }
  const watch: Storage['watch'] = (prefix, changed, signal) => {
    if (typeof BroadcastChannel === 'undefined' || signal.aborted) return
    const channel = new BroadcastChannel(name)
    channel.onmessage = ({ data }: MessageEvent<readonly string[]>) => {
      if (data.some((key) => key.startsWith(prefix))) changed()
    }
    signal.addEventListener('abort', () => channel.close(), { once: true })
  }
  return { tell: post, watch }
}
