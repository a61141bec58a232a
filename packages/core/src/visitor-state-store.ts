import { mergeStateEntry, type StateEntry } from '@docent/protocol'
import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Clock } from './browser/clock.ts'
import type { VisitorStateStore } from './feature.ts'
import { keysWith, type Storage, type Write } from './storage/storage.ts'

const prefix = 'state/'

export interface OwnVisitorState extends VisitorStateStore {
  /** Merges what the backend or another tab knows; answers what must be stored. */
  merge(entries: readonly StateEntry[]): readonly Write[]
}

/** Checklist progress, seen marks, snoozes: merged by each entry's rule, so that tabs and devices need no order. */
export function createVisitorState(
  storage: Storage,
  clock: Clock,
  signal_: AbortSignal,
  send: (entries: readonly StateEntry[]) => void,
): OwnVisitorState {
  const entries = signal<ReadonlyMap<string, StateEntry> | undefined>(undefined)
  const unsent = new Map<string, StateEntry>()

  function merge(incoming: readonly StateEntry[]): Write[] {
    const next = new Map(entries.peek())
    const writes: Write[] = []
    for (const entry of incoming) {
      const known = next.get(entry.key)
      const merged = known ? mergeStateEntry(known, entry) : entry
      if (merged === known) continue
      next.set(entry.key, merged)
      writes.push({ key: prefix + entry.key, value: merged })
    }
    if (writes.length > 0 || !entries.peek()) entries.value = next
    return writes
  }
  const load = async (): Promise<void> => {
    merge((await storage.read(keysWith(prefix))).map(([, value]) => value as StateEntry))
  }
  void load()
  storage.watch(prefix, () => void load(), signal_)

  const flush = (): void => {
    const batch = [...unsent.values()]
    unsent.clear()
    if (batch.length > 0) send(batch)
  }
  return {
    entries: entries as ReadonlySignal<ReadonlyMap<string, StateEntry> | undefined>,
    get: (key) => entries.value?.get(key)?.value,
    put(change) {
      // Later than what it replaces, also when another device's clock is ahead.
      const known = entries.peek()?.get(change.key)?.changedAt ?? 0
      const entry = { ...change, changedAt: Math.max(clock.now(), known + 1) }
      void storage.write(merge([entry]))
      if (unsent.size === 0) queueMicrotask(flush)
      unsent.set(entry.key, entry)
    },
    merge,
  }
}
