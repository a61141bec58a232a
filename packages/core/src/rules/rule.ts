import type { Json, RecordedEvent, Target } from '@docent/protocol'

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
      readonly $regexi?: string
      readonly $notRegex?: string
      /** As `$in`, `$nin` and `$all`, whatever the case. */
      readonly $ini?: readonly Json[]
      readonly $nini?: readonly Json[]
      readonly $alli?: readonly Json[]
      /** The list holds all of these. */
      readonly $all?: readonly AttributeTest[]
      /** One entry of the list passes: a test, or conditions on the entry's own fields. */
      readonly $elemMatch?: AttributeTest | Conditions
      readonly $size?: AttributeTest
      readonly $type?: 'string' | 'number' | 'boolean' | 'array' | 'object' | 'null'
      readonly $not?: AttributeTest
      /** Versions: `1.10.0` is greater than `1.9.0`. */
      readonly $veq?: string
      readonly $vne?: string
      readonly $vgt?: string
      readonly $vgte?: string
      readonly $vlt?: string
      readonly $vlte?: string
    }

/**
 * By name, a dot leads into an object: `{ plan: 'pro', 'company.seats': { $gte: 5 } }`. Conditions of GrowthBook can be used as they are,
 * `$and`, `$or`, `$nor` and `$not` too; only what nobody has told is unknown here, and false there.
 */
export type Conditions = { readonly [name: string]: AttributeTest | Conditions | readonly Conditions[] }

export type DeviceKind = 'phone' | 'tablet' | 'desktop'
export type StruggleKind = 'repeated_error' | 'repeated_empty_search' | 'rage_click' | 'long_dwell'

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
  | { readonly kind: 'attr'; readonly where: Conditions }
  /** Tracked at least `atLeast` times (default 1), in the last `within` (ISO 8601 duration, default ever), with data that passes `where`. */
  | {
      readonly kind: 'event'
      readonly name: string
      readonly atLeast?: number
      readonly within?: string
      readonly where?: Conditions
    }
  | { readonly kind: 'stage'; readonly is: string | readonly string[] }
  /** An element of the host page: `visible` (default), `absent`, or `clicked` on this page view. Needs `guide()`. */
  | { readonly kind: 'target'; readonly target: Target; readonly is?: 'visible' | 'absent' | 'clicked' }
  /** What the visitor has `completed` (default; of an article: read) or `dismissed`, on any device. A task is `<checklist>/<task>`. */
  | {
      readonly kind: 'content'
      readonly type: 'tour' | 'checklist' | 'task' | 'article'
      readonly id: string
      readonly is?: 'completed' | 'dismissed'
    }
  /** By the main pointer, and by the width of the window in px. */
  | {
      readonly kind: 'device'
      readonly is?: DeviceKind | readonly DeviceKind[]
      readonly minWidthPx?: number
      readonly maxWidthPx?: number
    }
  /** Of the widget, BCP 47: `en` is also `en-GB`. */
  | { readonly kind: 'locale'; readonly is: string | readonly string[] }
  /**
   * All that are given: between two instants (ISO 8601), on days of the week (1 is Monday) and between two times of day (`['22:00', '06:00']`
   * is over night) in `timeZone` (default the device's), and `since` a date that a trait of the visitor says, for at least `atLeast` and
   * less than `within`. Read again when the visitor moves on or comes back, never by a timer.
   */
  | {
      readonly kind: 'time'
      readonly from?: string
      readonly until?: string
      readonly days?: readonly number[]
      readonly between?: readonly [from: string, to: string]
      readonly timeZone?: string
      readonly since?: string
      readonly atLeast?: string
      readonly within?: string
    }
  /** The same share of visitors each time: by a hash of `seed` and visitor. Unknown for strangers who did not consent to measurement. */
  | { readonly kind: 'sample'; readonly seed: string; readonly percent: number }
  /** What `flags` of the options answers for the key; `is` is `true` by default. */
  | { readonly kind: 'flag'; readonly key: string; readonly is?: Json }
  /** What one of `predicates` of the options answers. */
  | { readonly kind: 'custom'; readonly name: string }
  /** The visitor struggles on this page; default in any way. Also tracked as `struggle_detected`. */
  | { readonly kind: 'struggle'; readonly is?: StruggleKind | readonly StruggleKind[] }
  /** `first`: never here before, in this browser. `returning`: was here before, and then away for at least `awayFor` (default no matter). */
  | { readonly kind: 'visit'; readonly is: 'first' | 'returning'; readonly awayFor?: string }

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
  /**
   * When an event was tracked, newest last, in ms since 1970. `undefined`: not loaded yet. With `matches`, the events that it takes, remembered
   * under the name given.
   */
  eventTimes(name: string, matches?: (event: RecordedEvent) => boolean): readonly number[] | undefined
  stage(): string | undefined
  now(): number
  /** The kinds and operators that few rules use. Asking loads them; `undefined` until they are there. */
  more?(): MoreRules | undefined
}

/** What came of a rule, without the rule. */
export type Finding = Omit<Evaluation, 'rule'>
export type Operator = (value: Json | undefined, operand: Json, facts: Facts) => Verdict

/** Kinds and operators apart from `evaluate()`: only pages whose rules use them pay for them. */
export interface MoreRules {
  leaf(rule: Rule, facts: Facts): Finding | undefined
  operator(name: string): Operator | undefined
}
