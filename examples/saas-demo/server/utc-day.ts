import type { Day } from '../shared/dates.ts'

/** The day where the server is the only clock; pages send their own. */
export function utcDay(nowMs: number): Day {
  return new Date(nowMs).toISOString().slice(0, 10)
}
