import { once } from '../once.ts'
import type { Consent } from '../options.ts'
import { databaseExists } from './database-exists.ts'
import type { Storage } from './storage.ts'
import { watchTabs } from './watch-tabs.ts'

const durabilities = { none: 'memory', session: 'tab', all: 'device' } as const

/** Whether something was stored under the name before. */
const isFilled = async (level: Consent['storage'], name: string): Promise<boolean> =>
  level === 'all'
    ? databaseExists(name)
    : level === 'session' && Object.keys(sessionStorage).some((key) => key.startsWith(`${name}:`))

export interface DeferredStorage extends Storage {
  /** Unique per origin, app and owner. */
  readonly name: string
  /** Loads what writes, without writing. From then on nothing has to be loaded when something must be kept. */
  open(): Promise<Storage>
}

/** A storage that is loaded once there is something in it, or to put into it: most page views have neither. */
export function deferredStorage(level: Consent['storage'], name: string): DeferredStorage {
  let opened: Storage | undefined
  let filled: Promise<boolean> | undefined
  const open = once(async () => (opened = (await import('./open-storage.ts')).openStorage(level, name)))
  return {
    name,
    open,
    get durability() {
      return opened?.durability ?? durabilities[level]
    },
    async read(range, limit) {
      try {
        filled ??= isFilled(level, name)
        return opened || (await filled) ? await (await open()).read(range, limit) : []
      } catch {
        return []
      }
    },
    write: async (batch, expect) => (await open()).write(batch, expect),
    watch(prefix, changed, signal) {
      // What another tab has written was perhaps the first that is stored.
      const reload = (): void => {
        filled = undefined
        changed()
      }
      if (level === 'all') watchTabs(name)(prefix, reload, signal)
    },
  }
}
