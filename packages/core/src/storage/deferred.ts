import { once } from '../once.ts'
import type { Consent } from '../options.ts'
import { databaseExists } from './database-exists.ts'
import type { OwnedStorage } from './owned.ts'
import type { Storage } from './storage.ts'
import { watchTabs } from './watch-tabs.ts'

export interface DeferredStorage extends Storage {
  /** Of this owner in this browser, since the last sign-out: what tabs that share it call each other by. Known once something was read. */
  name(): string
  /** Loads what writes, without writing. From then on nothing has to be loaded when something must be kept. */
  open(): Promise<OwnedStorage>
}

/**
 * An owner's storage that is loaded once there is something in it, or to put into it: most page views have neither.
 * @param follow Called once it is loaded, since there may be other tabs now, and when one of them may have ended everything.
 * @param endings How often everything had been ended when the owner came. Default: as often as by now.
 */
export function deferredStorage(
  level: Consent['storage'],
  shared: string,
  owner: string,
  follow: () => void,
  endings?: number,
): DeferredStorage {
  let opened: OwnedStorage | undefined
  let filled: Promise<boolean> | boolean | undefined
  const open = once(async () => {
    const { openStorage } = await import('./open-storage.ts')
    return (opened = await openStorage(level, shared, owner, follow, endings))
  })
  return {
    name: () => `${shared}/${opened?.endings ?? 0}/${owner}`,
    open,
    get durability() {
      // What a tab keeps for itself is opened by the first reader.
      return opened?.shared.durability ?? (level === 'all' ? 'device' : 'memory')
    },
    async read(range, limit) {
      try {
        filled ??= level === 'all' ? databaseExists(shared) : level === 'session'
        return opened || (await filled) ? await (await open()).read(range, limit) : []
      } catch {
        return []
      }
    },
    write: async (...batch) => (await open()).write(...batch),
    watch(prefix, changed, signal) {
      // What another tab has written was perhaps the first that is stored.
      const reload = (): void => {
        filled = undefined
        changed()
      }
      watchTabs(shared)(prefix, reload, signal)
    },
  }
}
