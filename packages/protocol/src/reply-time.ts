import type { Millis } from './primitives.ts'

/**
 * When a person answers, as numbers, so that the widget can say it in the visitor's language and time zone:
 * "Usually within 2 hours", "Back Monday 9:00".
 */
export interface ReplyTime {
  /** Working time until an answer comes, in minutes. */
  readonly withinMinutes?: number
  /** Nobody is there now; the team is back at this instant. */
  readonly backAt?: Millis
}
