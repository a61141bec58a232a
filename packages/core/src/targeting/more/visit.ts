import type { Signal } from '@preact/signals-core'
import type { FeatureContext } from '../../feature.ts'
import { everything, readOne } from '../../storage/storage.ts'

const visitKey = 'visit'
/** Who was away for longer begins another visit. */
const betweenVisitsMs = 30 * 60_000

export interface Visit {
  readonly isFirst: boolean
  /** How long the visitor was away before this visit; 0 on the first. */
  readonly awayMs: number
}
interface Kept extends Visit {
  readonly lastAt: number
}

/** Whether the visitor was here before. Kept only once they have done something of their own: until then each visit is the first. */
export async function followVisit(
  { storage, clock, page, scope, state, track, report }: FeatureContext,
  visit: Signal<Visit | undefined>,
): Promise<void> {
  const before = await readOne<Kept>(storage, visitKey)
  const now = clock.now()
  const goesOn = before && now - before.lastAt < betweenVisitsMs
  const current: Visit = goesOn
    ? { isFirst: before.isFirst, awayMs: before.awayMs }
    : { isFirst: !before, awayMs: before ? now - before.lastAt : 0 }
  const keep = async (): Promise<void> => {
    if ((await storage.read(everything, 1)).length === 0 || scope.signal.aborted) return
    await storage.write([{ key: visitKey, value: { ...current, lastAt: clock.now() } }])
  }
  visit.value = current
  if (!goesOn) track('visit_started', { first: current.isFirst, away_ms: current.awayMs })
  // The first act may come later; and leaving the page is the last that is seen of a visit.
  scope.effect(() => {
    void [page.visible.value, page.url.value, state.entries.value]
    keep().catch(report)
  })
}
