import type { Entry, Storage, Stored, Write } from '@docent/core'
import type { Conditions } from './faults.ts'
import type { Process } from './process.ts'
import type { Random } from './random.ts'
import type { Schedule } from './schedule.ts'

/** What a device's browser keeps, database by database. Survives tabs. */
export interface Disk {
  readonly databases: ReadonlyMap<string, ReadonlyMap<string, Stored>>
  /** One tab's way to one database. */
  storage(process: Process, name: string, refused: () => boolean): Storage
}

interface Watcher {
  readonly process: Process
  readonly name: string
  readonly prefix: string
  readonly changed: () => void
}

export function createDisk(schedule: Schedule, random: Random, conditions: Conditions): Disk {
  const databases = new Map<string, Map<string, Stored>>()
  const watchers = new Set<Watcher>()
  const freeAt = new Map<string, number>()
  const tell = (from: Process, name: string, batch: readonly Write[]): void => {
    for (const { process, prefix, changed, ...watcher } of watchers) {
      if (process === from || watcher.name !== name || !batch.some(({ key }) => key.includes(prefix))) continue
      if (!conditions.strikes('nudge-lost')) process.later(random.between(0, 10), changed)
    }
  }
  /** Transactions of one database happen one after the other; a tab that dies before its turn has none. */
  const transaction = <T>(process: Process, name: string, run: () => T): Promise<T> =>
    new Promise((resolve) => {
      const takesMs = conditions.lasts('storage-slow') ? random.between(1, 1500) : random.between(0, 8)
      const at = Math.max(schedule.now(), freeAt.get(name) ?? 0) + takesMs
      freeAt.set(name, at)
      schedule.after(at - schedule.now(), () => {
        if (!process.alive()) return
        const result = run()
        process.later(random.between(0, 2), () => resolve(result))
      })
    })
  return {
    databases,
    storage(process, name, refused) {
      let memory: Map<string, Stored> | undefined
      const entries = (): Map<string, Stored> => memory ?? databases.get(name) ?? new Map()
      return {
        get durability() {
          return memory ? 'memory' : 'device'
        },
        read: ({ from, to }, limit = Number.POSITIVE_INFINITY) =>
          transaction(process, name, () => {
            const found = [...entries()].filter(([key]) => key >= from && key < to)
            return found.sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, limit) as Entry[]
          }),
        write(batch, ...expected) {
          const copy = copyOf(batch)
          return transaction(process, name, () => {
            if (refused()) memory ??= new Map(entries())
            if (!memory && !databases.has(name)) databases.set(name, new Map())
            const target = entries()
            if (expected.some(({ key, value }) => JSON.stringify(target.get(key)) !== JSON.stringify(value)))
              return false
            for (const { key, value } of copy) {
              // A full disk takes nothing, but lets go.
              if (value === undefined) databases.get(name)?.delete(key)
              if (value === undefined) target.delete(key)
              else target.set(key, value)
            }
            if (!memory) tell(process, name, batch)
            return true
          })
        },
        watch(prefix, changed, signal) {
          const watcher = { process, name, prefix, changed }
          watchers.add(watcher)
          const end = (): void => void watchers.delete(watcher)
          signal.addEventListener('abort', end)
          process.onEnd(end)
        },
      }
    },
  }
}

/** What is written is Json here; frozen as it is, so that nobody changes it later. */
const copyOf = (batch: readonly Write[]): readonly Write[] =>
  batch.map(({ key, value }) => ({ key, value: value === undefined ? undefined : JSON.parse(JSON.stringify(value)) }))
