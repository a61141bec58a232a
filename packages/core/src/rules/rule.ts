import type { Json } from '@docent/protocol'

/** MongoDB/GrowthBook style operators on one attribute; a bare value means `$eq`. */
export type AttributeTest =
  | Json
  | {
      readonly $eq?: Json
      readonly $ne?: Json
      readonly $in?: readonly Json[]
      readonly $nin?: readonly Json[]
      readonly $gt?: number | string
      readonly $gte?: number | string
      readonly $lt?: number | string
      readonly $lte?: number | string
      readonly $exists?: boolean
      /** A regular expression without flags. */
      readonly $regex?: string
    }

/**
 * Who sees what, when: data, so that it can come from a file or a server. Evaluates to true, false or unknown
 * (an attribute that nobody has told yet); unknown never shows.
 * @example { kind: 'all', of: [{ kind: 'page', path: '/invoices/*' }, { kind: 'not', of: { kind: 'event', name: 'invoice_created' } }] }
 */
export type Rule =
  | { readonly kind: 'all'; readonly of: readonly Rule[] }
  | { readonly kind: 'any'; readonly of: readonly Rule[] }
  | { readonly kind: 'not'; readonly of: Rule }
  /** Path of the host page: `:name` is one segment, a final `*` is any rest. */
  | { readonly kind: 'page'; readonly path: string }
  /** Every attribute of the visitor passes its test. */
  | { readonly kind: 'attr'; readonly where: Readonly<Record<string, AttributeTest>> }
  /** Tracked at least `atLeast` times (default 1), in the last `within` (ISO 8601 duration, default ever). */
  | { readonly kind: 'event'; readonly name: string; readonly atLeast?: number; readonly within?: string }
  | { readonly kind: 'stage'; readonly is: string | readonly string[] }

export type Verdict = true | false | 'unknown'

/** One evaluated node: what came of it, and what it read. `explain()` puts it into words. */
export interface Evaluation {
  readonly rule: Rule
  readonly verdict: Verdict
  /** What it read: the path, the value, the number of times. Absent: not known yet. */
  readonly seen?: unknown
  /** The parts, all of them, also after one that decides. */
  readonly of?: readonly Evaluation[]
}

/** An evaluation in words. `explain()` is made of these. */
export interface Trace {
  readonly kind: string
  readonly verdict: Verdict
  /** `page /invoices/42 matches /invoices/*`. */
  readonly read: string
  readonly of?: readonly Trace[]
}

/** Everything a rule can read. Reading inside a signal effect subscribes to just that fact. */
export interface Facts {
  path(): string
  trait(name: string): Json | undefined
  /** When an event was tracked, newest last, in ms since 1970. `undefined`: not loaded yet. */
  eventTimes(name: string): readonly number[] | undefined
  stage(): string | undefined
  now(): number
}
