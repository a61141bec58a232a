import { mergeStateEntry, type StateEntry } from '@docent/protocol'
import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { FeatureContext, VisitorStateStore } from './feature.ts'
import { keysWith, type Write } from './storage/storage.ts'

const prefix = 'state/'

export interface OwnVisitorState extends VisitorStateStore {
  /** Merges what the backend or another tab knows; answers what must be stored. */
  merge(entries: readonly StateEntry[]): readonly Write[]
}

/** Checklist progress, seen marks, snoozes: merged by each entry's rule, so that tabs and devices need no order. */
export function createVisitorState(
  { scope, storage, clock, report }: Pick<FeatureContext, 'scope' | 'storage' | 'clock' | 'report'>,
  send: (entries: readonly StateEntry[]) => Promise<unknown>,
): OwnVisitorState {
  const entries = signal<ReadonlyMap<string, StateEntry> | undefined>(undefined)
  const unsent = new Set<string>()

  function merge(incoming: readonly StateEntry[]): Write[] {
    const next = new Map(entries.peek())
    const writes: Write[] = []
    for (const entry of incoming) {
      const known = next.get(entry.key)
      const value = known ? mergeStateEntry(known, entry) : entry
      if (value === known) continue
      next.set(entry.key, value)
      writes.push({ key: prefix + entry.key, value })
    }
    if (writes.length > 0 || !entries.peek()) entries.value = next
    return writes
  }
  const load = async (): Promise<void> => {
    merge((await storage.read(keysWith(prefix))).map(([, value]) => value as StateEntry))
  }
  const loaded = load()
  storage.watch(prefix, load, scope.signal)
  /** Merged, so that nothing of several changes in one go is left out. */
  const flush = (): void => {
    send([...unsent].flatMap((key) => entries.peek()?.get(key) ?? [])).catch(report)
    unsent.clear()
  }

  return {
    entries: entries as ReadonlySignal<ReadonlyMap<string, StateEntry> | undefined>,
    get: (key) => entries.value?.get(key)?.value,
    put(change) {
      // Later than what is known, even where another device's clock is ahead: the visitor's own act wins.
      const changedAt = Math.max(clock.now(), (entries.peek()?.get(change.key)?.changedAt ?? 0) + 1)
      const entry = { ...change, changedAt }
      merge([entry])
      loaded
        .then(() => storage.write([{ key: prefix + entry.key, value: entries.peek()?.get(entry.key) }]))
        .catch(report)
      if (unsent.size === 0) queueMicrotask(flush)
      unsent.add(entry.key)
    },
    merge,
  }
}
