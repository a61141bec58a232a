import { same } from './memory.ts'
import type { Entry, Storage, Stored } from './storage.ts'

/** Storage that ends with the tab, over `sessionStorage`: one item per key, JSON only. Files stay in memory. */
export function tabStorage(name: string): Storage {
  const own = `${name}:`
  const files = new Map<string, Blob>()
  const readItem = (key: string): Stored | undefined => {
    const text = sessionStorage.getItem(own + key)
    return text === null ? undefined : (files.get(key) ?? (JSON.parse(text) as Stored))
  }
  return {
    durability: 'tab',
    async read({ from, to }, limit = Number.POSITIVE_INFINITY) {
      const keys = Object.keys(sessionStorage)
        .filter((key) => key.startsWith(own))
        .map((key) => key.slice(own.length))
        .filter((key) => key >= from && key < to)
      return keys
        .sort()
        .slice(0, limit)
        .map((key): Entry => [key, readItem(key) ?? (null as never)])
    },
    async write(batch, ...expected) {
      if (expected.some(({ key, value }) => !same(readItem(key), value))) return false
      for (const { key, value } of batch) {
        if (value === undefined) sessionStorage.removeItem(own + key)
        else sessionStorage.setItem(own + key, JSON.stringify(value))
        if (value instanceof Blob) files.set(key, value)
        else files.delete(key)
      }
      return true
    },
    watch() {},
  }
}
