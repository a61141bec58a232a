import type { Consent } from './options.ts'
import { idbStorage } from './storage/idb.ts'
import { memoryStorage } from './storage/memory.ts'
import { tabStorage } from './storage/session.ts'
import type { Storage } from './storage/storage.ts'

/** The storages of one widget by name, kept where the consent allows. */
export interface Storages {
  get(name: string): Storage
  /** Moves everything to where it may be now; what may not be there any more is deleted. */
  move(level: Consent['storage']): Promise<void>
}

const makers: Readonly<Record<Consent['storage'], (name: string) => Storage>> = {
  none: () => memoryStorage(),
  session: tabStorage,
  all: idbStorage,
}

export function createStorages(initial: Consent['storage']): Storages {
  let level = initial
  let open = new Map<string, Storage>()
  const get = (name: string): Storage => {
    const storage = open.get(name) ?? makers[level](name)
    open.set(name, storage)
    return storage
  }
  return {
    get,
    async move(next) {
      if (next === level) return
      const before = open
      level = next
      open = new Map()
      for (const [name, storage] of before) {
        const entries = await readAll(storage)
        if (entries.length > 0) await get(name).write(entries.map(([key, value]) => ({ key, value })))
        await wipe(storage)
      }
    },
  }
}

const readAll = (storage: Storage) => storage.read({ from: '', to: '\uffff\uffff' })

/** Empties a storage: what a signed-out or erased visitor leaves behind. */
export async function wipe(storage: Storage): Promise<void> {
  const entries = await readAll(storage)
  if (entries.length > 0) await storage.write(entries.map(([key]) => ({ key, value: undefined })))
}
