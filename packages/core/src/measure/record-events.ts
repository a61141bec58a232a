import type { RecordedEvent } from '@docent/protocol'
import type { FeatureContext } from '../feature.ts'
import { keysWith, readOne, type Storage } from '../storage/storage.ts'
import { summaryKey } from './help-summary.ts'
import { countEvent, emptySummary, type Summary } from './summary.ts'
import { recordable } from './without-personal.ts'

export const measurePrefix = 'measure/'
const pendingKey = `${measurePrefix}pending`

/** The link is opened for events alone once this many wait; until then they go along when it is open for something else. */
const worthALink = 20
/** What a backend takes in one command. When the backend is away, the oldest are dropped. */
const pendingAtMost = 200

export interface Recorder {
  /** Counts the event here, and records it on the backend sooner or later. */
  record(event: RecordedEvent): void
  /** Resolves when everything recorded so far is stored. */
  settled(): Promise<void>
}

/** Counts and records what happens. Made only where consent allows; what is stored begins with {@link measurePrefix}. */
export function recordEvents({
  storage,
  scope,
  report,
  engine,
  loadedEngine,
}: Pick<FeatureContext, 'storage' | 'scope' | 'report' | 'engine' | 'loadedEngine'>): Recorder {
  let waiting: RecordedEvent[] = []
  let writing = Promise.resolve()

  async function write(): Promise<void> {
    const events = waiting
    waiting = []
    if (events.length === 0 || scope.signal.aborted) return
    const pending = await keep(storage, events)
    const link = loadedEngine.peek()?.link
    if (link?.capabilities.peek()) await flush()
    else if (pending >= worthALink) (await engine()).link.open()
  }
  async function flush(): Promise<void> {
    const link = loadedEngine.peek()?.link
    const capabilities = link?.capabilities.peek()
    const pending = await readOne<RecordedEvent[]>(storage, pendingKey)
    if (!pending || !capabilities || scope.signal.aborted) return
    // Deleted first: an event counted twice is worse than one that is missing.
    const taken = await storage.write([{ key: pendingKey, value: undefined }], { key: pendingKey, value: pending })
    if (taken && capabilities.commands.includes('events-record')) await link?.send('events-record', { events: pending })
  }
  const next = (work: () => Promise<void>): void => {
    writing = writing.then(work).catch(report)
  }
  scope.effect(() => {
    if (loadedEngine.value?.link.capabilities.value) next(flush)
  })
  return {
    record(event) {
      if (waiting.push(event) === 1) next(write)
    },
    settled: () => writing,
  }
}

/** Adds the events to what is counted and what waits; answers how many wait. Another tab may be at it, too. */
async function keep(storage: Storage, events: readonly RecordedEvent[]): Promise<number> {
  for (;;) {
    const before = await readOne<Summary>(storage, summaryKey)
    const waitingBefore = (await readOne<RecordedEvent[]>(storage, pendingKey)) ?? []
    const summary = events.reduce(countEvent, before ?? emptySummary(events[0]?.at ?? 0))
    const pending = [...waitingBefore, ...events.map(recordable)].slice(-pendingAtMost)
    const batch = [
      { key: summaryKey, value: summary },
      { key: pendingKey, value: pending },
    ]
    if (await storage.write(batch, { key: summaryKey, value: before })) return pending.length
  }
}

/** Consent was taken back: nothing of it stays here. */
export async function forgetEvents(storage: Storage): Promise<void> {
  const entries = await storage.read(keysWith(measurePrefix))
  if (entries.length > 0) await storage.write(entries.map(([key]) => ({ key, value: undefined })))
}
