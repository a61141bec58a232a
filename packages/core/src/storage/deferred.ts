import { once } from '../once.ts'
import type { Consent } from '../options.ts'
import { databaseExists } from './database-exists.ts'
import type { Storage } from './storage.ts'
import { watchTabs } from './watch-tabs.ts'

interface Level {
  readonly durability: Storage['durability']
  /** Whether something was stored under the name before. */
  has(name: string): Promise<boolean>
}

const levels: Readonly<Record<Consent['storage'], Level>> = {
  none: { durability: 'memory', has: async () => false },
  session: {
    durability: 'tab',
    has: async (name) => Object.keys(sessionStorage).some((key) => key.startsWith(`${name}:`)),
  },
  all: { durability: 'device', has: databaseExists },
}

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
      return (opened ?? levels[level]).durability
    },
    async read(range, limit) {
      try {
        filled ??= levels[level].has(name)
        return opened || (await filled) ? await (await open()).read(range, limit) : []
      } catch {
        return []
      }
    },
    write: async (batch, expect) => (await open()).write(batch, expect),
    watch(prefix, changed, signal) {
      // What another tab has written was perhaps the first that is stored.
      const reload = (): void => {
        filled = Promise.resolve(true)
        changed()
      }
      if (level === 'all') watchTabs(name)(prefix, reload, signal)
    },
  }
}
