import type { Millis } from './primitives.ts'

/**
 * When a person answers, as numbers, one of them, so that the widget can say it in the visitor's language and time zone:
 * "Usually within 2 hours", "Usually by Tuesday 10:30", "Back Monday 9:00".
 */
export interface ReplyTime {
  /** The team is there: an answer comes within so many minutes. */
  readonly withinMinutes?: number
  /** The team is there, but not for long enough: an answer comes by this instant of a later working time. */
  readonly byAt?: Millis
  /** Nobody is there now; the team is back at this instant. */
  readonly backAt?: Millis
}
