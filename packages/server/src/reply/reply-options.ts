import type { OfficeHours } from './office-hours.ts'

/** One sort of visitor, and how fast they get an answer. What is absent matches everyone. */
export interface ReplyRule {
  /** The trait `plan`, one or several. */
  readonly plan?: string | readonly string[]
  /** How far along: `new` for the first 7 days, or what the widget tells. */
  readonly stage?: string | readonly string[]
  readonly withinMinutes: number
}

/** When the team answers, so that the widget never has to say "soon". */
export interface ReplyOptions {
  /** Working time until an answer comes, in minutes. */
  readonly withinMinutes: number
  /** Default: always. */
  readonly hours?: OfficeHours
  /** The first that fits goes before `withinMinutes`. */
  readonly rules?: readonly ReplyRule[]
}
