import type { RecordedEvent } from '@docent/protocol'
import type { ReadonlySignal } from '@preact/signals-core'
import type { FeatureContext } from '../feature.ts'
import type { Consent } from '../options.ts'
import type { Storage } from '../storage/storage.ts'
import { forgetEvents, recordEvents } from './record-events.ts'

/** What was recorded under one identity is not recorded again under the next. */
const recorded = new WeakSet<RecordedEvent>()

/** From now on, while consent lasts, what happens is counted and recorded; so is what has happened already. */
export function measure(
  context: FeatureContext,
  { consent, past }: { readonly consent: ReadonlySignal<Consent>; readonly past: readonly RecordedEvent[] },
): void {
  const recorder = recordEvents(context)
  const record = (event: RecordedEvent): void => {
    if (recorded.has(event) || !consent.peek().measurement) return
    recorded.add(event)
    recorder.record(event)
  }
  past.forEach(record)
  context.onTrack(record)
}

/** From now on nothing is, and what was is deleted. */
export const stopMeasuring = (storage: Storage): Promise<void> => forgetEvents(storage)
