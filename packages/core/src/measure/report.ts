import type { Millis, RecordedEvent } from '@docent/protocol'
import { fail } from '../error.ts'
import type { FeatureContext } from '../feature.ts'
import type { Runtime } from '../runtime.ts'
import { readOne } from '../storage/storage.ts'
import { activatedKey } from '../targeting/stage.ts'
import { signedUpAt } from '../targeting/tell-activation.ts'
import { type HelpSummary, helpReport, summaryKey } from './help-summary.ts'
import { countEvent, emptySummary, type Funnel, type Summary } from './summary.ts'

/** How this visitor fared, counted in this browser: works without a backend. */
export interface Report {
  /** `kept`: over all visits, with consent to measurement. `page`: without it, this page view alone. */
  readonly span: 'kept' | 'page'
  /** When counting began. */
  readonly since: Millis
  /** How often each event happened, by name. */
  readonly counts: Summary['counts']
  readonly tours: readonly Funnel[]
  readonly checklists: readonly Funnel[]
  /** What was searched, read and asked. */
  readonly help: HelpSummary
  /** From `signedUpAt` (a trait of the visitor: a date or ms) to the first milestone, in ms. */
  readonly timeToValueMs?: number
}

/** What `docent.report()` answers. */
export async function report({ realm, past }: Runtime): Promise<Report> {
  const { context } = realm.peek() ?? fail('not-started', 'report() was called before start()', 'Await start() first')
  return createReport(context, past)
}

export async function createReport(
  { storage, state, visitor, clock }: Pick<FeatureContext, 'storage' | 'state' | 'visitor' | 'clock'>,
  past: readonly RecordedEvent[],
): Promise<Report> {
  const kept = await readOne<Summary>(storage, summaryKey)
  const { open: _, help, ...summary } = kept ?? past.reduce(countEvent, emptySummary(past[0]?.at ?? clock.now()))
  const timeToValueMs = timeToValue(visitor.peek().traits.signedUpAt, state.entries.peek()?.get(activatedKey)?.value)
  return {
    span: kept ? 'kept' : 'page',
    ...summary,
    help: helpReport(help, past, clock.now()),
    ...(timeToValueMs !== undefined && { timeToValueMs }),
  }
}

function timeToValue(signedUp: unknown, activatedAt: unknown): number | undefined {
  const from = signedUpAt(signedUp)
  return from === undefined || typeof activatedAt !== 'number' ? undefined : Math.max(0, activatedAt - from)
}
