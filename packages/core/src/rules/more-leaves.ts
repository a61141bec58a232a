import type { Json, RecordedEvent, Target } from '@docent/protocol'
import { countTimes, durationMs, evaluate, passes } from './evaluate.ts'
import { hashShare } from './hash-share.ts'
import { evaluateGroup, moreOperators, passesConditions, valueAt } from './more-operators.ts'
import type { DeviceKind, Facts, Finding, MoreRules, Rule, StruggleKind, Verdict } from './rule.ts'
import { timeFinding } from './time-finding.ts'

export type Sighting = 'visible' | 'absent' | 'clicked'

/** What the kinds beyond the first seven read. `undefined`: not known yet. Reading subscribes, as for {@link Facts}. */
export interface MoreFacts {
  /** Where the target is; for `clicked`, whether it was on this page view. */
  sighting(target: Target, asksForClick: boolean): Sighting | undefined
  /** Of the visitor state. */
  kept(key: string): Json | undefined
  device(): { readonly is: DeviceKind; readonly widthPx: number }
  locale(): string
  /** ms since 1970, read again when the visitor moves on or comes back. */
  moment(): number
  /** Who is sampled. */
  unit(): string | undefined
  flag(key: string): Json | undefined
  predicate(name: string): boolean | undefined
  /** On this page. */
  struggles(): readonly StruggleKind[] | undefined
  visit(): { readonly isFirst: boolean; readonly awayMs: number } | undefined
}

type Kind =
  | 'attr'
  | 'event'
  | 'target'
  | 'content'
  | 'device'
  | 'locale'
  | 'time'
  | 'sample'
  | 'flag'
  | 'custom'
  | 'struggle'
  | 'visit'
type Leaves = {
  readonly [K in Kind]: (rule: Extract<Rule, { kind: K }>, read: MoreFacts, facts: Facts) => Finding
}

const verdictOf = (seen: unknown, judge: () => boolean): Verdict => (seen === undefined ? 'unknown' : judge())
const isOneOf = (is: unknown, value: unknown): boolean => [is].flat().includes(value)

const leaves: Leaves = {
  /** One condition: over others, or on a field of an attribute. */
  attr({ where }, _, facts) {
    const [[name = '', test] = []] = Object.entries(where)
    if (name[0] === '$') return evaluateGroup(name, test, facts)
    const [owner = '', ...path] = name.split('.')
    // A name with a dot in it comes before a path.
    const seen = facts.trait(name) ?? valueAt(facts.trait(owner), path.join('.'))
    return { seen, verdict: passes(seen, test as Json, facts) }
  },
  event(rule, _, facts) {
    const { name, where = {} } = rule
    const takes = (event: RecordedEvent): boolean =>
      event.name === name && passesConditions(event.data, where, facts) === true
    return countTimes(rule, facts.eventTimes(name + JSON.stringify(where), takes), facts)
  },
  target({ target, is = 'visible' }, read) {
    const seen = read.sighting(target, is === 'clicked')
    return { seen, verdict: verdictOf(seen, () => seen === is) }
  },
  content(rule, read, facts) {
    const seen = stateOf(rule, read, facts)
    return { seen, verdict: verdictOf(seen, () => seen === (rule.is ?? 'completed')) }
  },
  device({ is, minWidthPx = 0, maxWidthPx = Infinity }, read) {
    const seen = read.device()
    const fits = seen.widthPx >= minWidthPx && seen.widthPx <= maxWidthPx
    return { seen, verdict: fits && (!is || isOneOf(is, seen.is)) }
  },
  locale({ is }, read) {
    const seen = read.locale()
    const own = seen.toLowerCase()
    const verdict = [is].flat().some((one) => `${own}-`.startsWith(`${one.toLowerCase()}-`))
    return { seen, verdict }
  },
  time: (rule, read, facts) => timeFinding(rule, read.moment(), facts),
  sample({ seed, percent }, read) {
    const unit = read.unit()
    const seen = unit === undefined ? undefined : hashShare(seed, unit) * 100
    return { seen, verdict: verdictOf(seen, () => Number(seen) < percent) }
  },
  flag({ key, is = true }, read, facts) {
    const seen = read.flag(key)
    return { seen, verdict: passes(seen, is, facts) }
  },
  custom({ name }, read) {
    const seen = read.predicate(name)
    return { seen, verdict: seen ?? 'unknown' }
  },
  struggle({ is }, read) {
    const seen = read.struggles()
    return { seen, verdict: verdictOf(seen, () => seen?.some((kind) => !is || isOneOf(is, kind)) ?? false) }
  },
  visit({ is, awayFor }, read) {
    const seen = read.visit()
    const isLongAgo = !awayFor || (seen?.awayMs ?? 0) >= durationMs(awayFor)
    return { seen, verdict: verdictOf(seen, () => (is === 'first' ? !!seen?.isFirst : !seen?.isFirst && isLongAgo)) }
  },
}

/** The latest time there is, ms since 1970. */
const lastDay = 8.64e15

function stateOf({ type, id }: Extract<Rule, { kind: 'content' }>, read: MoreFacts, facts: Facts): string | undefined {
  if (type === 'article') {
    const times = evaluate({ kind: 'event', name: 'article_viewed', where: { id } }, facts)
    return times.verdict === 'unknown' ? undefined : times.verdict ? 'completed' : 'open'
  }
  const at = (name: string): number => Number(read.kept(name) ?? 0)
  if (type === 'task') return at(`checklist/${id}`) > at(`checklist/${id}/reopened`) ? 'completed' : 'open'
  if (type === 'tour')
    return at(`guide/${id}/completed`) ? 'completed' : at(`guide/${id}/dismissed`) ? 'dismissed' : 'open'
  // Hidden for good is hidden until the last of all days.
  return at(`checklist/${id}/completed`) ? 'completed' : at(`checklist/${id}/snoozed`) >= lastDay ? 'dismissed' : 'open'
}

/** The rules that are loaded on need, over what they read. */
export const moreRules = (read: MoreFacts): MoreRules => ({
  leaf(rule, facts) {
    const find = (leaves as Partial<Record<string, (rule: Rule, read: MoreFacts, facts: Facts) => Finding>>)[rule.kind]
    return find?.(rule, read, facts)
  },
  operator: (name) => moreOperators[name],
})
