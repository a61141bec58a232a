import type { Json } from '@docent/protocol'

/** Anything `structuredClone` can copy; in practice Json and Blobs. */
export type Stored = Json | Blob | object
export type Entry = readonly [key: string, value: Stored]

/** `value: undefined` deletes the key. */
export interface Write {
  readonly key: string
  readonly value: Stored | undefined
}

/** Keys from `from` (inclusive) to `to` (exclusive), in code-unit order. */
export interface KeyRange {
  readonly from: string
  readonly to: string
}

/** What begins with it is a copy of what the backend holds: gone when the backend does not know the visitor any more. */
export const cachePrefix = 'cache/'
/** What begins with it is a command that the backend has not confirmed. */
export const outboxPrefix = 'outbox/'
export const everything: KeyRange = { from: '', to: '\uffff\uffff' }

/** Every key that begins with `prefix`. */
export const keysWith = (prefix: string): KeyRange => ({ from: prefix, to: `${prefix}\uffff` })

/**
 * Ordered keys and values that may survive a reload. Over IndexedDB, sessionStorage or memory, held to one contract suite
 * (`storageContract` in `@docent/testkit`).
 */
export interface Storage {
  /** What it really is now: `memory` also when IndexedDB was refused (private mode, no consent, full disk). */
  readonly durability: 'device' | 'tab' | 'memory'
  /** At most `limit` entries in key order. Never rejects: what cannot be read is not there. */
  read(range: KeyRange, limit?: number): Promise<Entry[]>
  /**
   * All or nothing. Nothing is written unless each key that is expected holds exactly that value (`undefined`: is absent).
   * Resolves to whether it was written. A full disk moves to memory rather than lose anything, and changes `durability`.
   */
  write(batch: readonly Write[], ...expected: readonly Write[]): Promise<boolean>
  /** Told about writes under `prefix` made by other tabs. Ends with the signal. */
  watch(prefix: string, changed: () => void, signal: AbortSignal): void
}

/** The value of one key. */
export async function readOne<T extends Stored>(storage: Storage, key: string): Promise<T | undefined> {
  const [entry] = await storage.read({ from: key, to: `${key}\0` }, 1)
  return entry?.[1] as T | undefined
}
