import type { Entry, Storage, Stored, Write } from './storage.ts'

/** Keys and values that end with the page. Also what every other storage falls back to. */
export function memoryStorage(initial: readonly Entry[] = []): Storage {
  const entries = new Map<string, Stored>(initial)
  return {
    durability: 'memory',
    async read({ from, to }, limit = Number.POSITIVE_INFINITY) {
      const found = [...entries].filter(([key]) => key >= from && key < to)
      return structuredClone(found.sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, limit))
    },
    async write(batch, ...expected) {
      if (expected.some(({ key, value }) => !same(entries.get(key), value))) return false
      for (const write of batch) apply(entries, write)
      return true
    },
    watch() {},
  }
}

function apply(entries: Map<string, Stored>, { key, value }: Write): void {
  if (value === undefined) entries.delete(key)
  else entries.set(key, structuredClone(value))
}

/** Values are compared by what they say, for compare-and-set. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
