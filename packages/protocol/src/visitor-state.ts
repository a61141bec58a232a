import type { Json, Millis } from './primitives.ts'

/**
 * What follows a visitor over tabs and devices: checklist progress, seen marks, caps, snoozes, points.
 * Each entry says how two versions of it are merged, so that devices never have to agree on an order.
 * - `max`: the larger number wins (counters, "done at", seen marks)
 * - `union`: both lists of strings together (articles read)
 * - `last`: the entry with the later `changedAt` wins (a snooze, a choice)
 */
export type MergeRule = 'max' | 'union' | 'last'

export interface StateEntry {
  /** `<feature>/<item>/<name>`, for example `checklist/setup/add-client`. At most 200 characters. */
  readonly key: string
  readonly value: Json
  readonly merge: MergeRule
  readonly changedAt: Millis
}

/** Two versions of one entry made one. Commutative, associative, idempotent: order and repetition do not matter. */
export function mergeStateEntry(a: StateEntry, b: StateEntry): StateEntry {
  const ahead =
    (a.merge === 'max' && Number(a.value) - Number(b.value)) ||
    a.changedAt - b.changedAt ||
    (JSON.stringify(a.value) < JSON.stringify(b.value) ? -1 : 1)
  const winner = ahead > 0 ? a : b
  if (a.merge !== 'union') return winner
  const both = [a, b].flatMap(({ value }) => (Array.isArray(value) ? value.map(String) : []))
  return { ...winner, value: [...new Set(both)].sort() }
}
