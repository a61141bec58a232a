import type { Json } from '@docent/protocol'
import { pathOf } from '../path-of.ts'
import type { Evaluation, Facts, Finding, Rule, Verdict } from './rule.ts'

type Leaves = {
  readonly [Kind in 'page' | 'attr' | 'event' | 'stage']: (rule: Extract<Rule, { kind: Kind }>, facts: Facts) => Finding
}

/** Evaluates a rule. Never throws: a rule it does not understand is `unknown`. */
export function evaluate(rule: Rule, facts: Facts): Evaluation {
  switch (rule.kind) {
    case 'all':
    case 'any': {
      const of = rule.of.map((part) => evaluate(part, facts))
      return { rule, verdict: combine(of, rule.kind === 'any'), of }
    }
    case 'not': {
      const part = evaluate(rule.of, facts)
      return { rule, verdict: part.verdict === 'unknown' ? 'unknown' : !part.verdict, of: [part] }
    }
    default: {
      const read = (leaves as Partial<Record<string, (rule: Rule, facts: Facts) => Finding>>)[rule.kind]
      return { rule, ...(read ?? more)(rule, facts) }
    }
  }
}

/** Three-valued: one part that is `decisive` decides; an `unknown` is decided by none. */
export function combine(of: readonly { readonly verdict: Verdict }[], decisive: boolean): Verdict {
  const verdicts = of.map(({ verdict }) => verdict)
  return verdicts.includes(decisive) ? decisive : verdicts.includes('unknown') ? 'unknown' : !decisive
}

type EventRule = Extract<Rule, { kind: 'event' }>
const unknown: Finding = { verdict: 'unknown' }
/** What few rules use is apart: unknown until it is loaded. */
const more = (rule: Rule, facts: Facts): Finding => facts.more?.()?.leaf(rule, facts) ?? unknown

const leaves: Leaves = {
  page({ path }, facts) {
    const seen = facts.path()
    return { seen, verdict: matchesPath(path, seen) }
  },
  attr({ where }, facts) {
    const of = Object.entries(where).map(([name, test]): Evaluation => {
      const rule = { kind: 'attr', where: { [name]: test } } as const
      if (/[$.]/.test(name)) return { rule, ...more(rule, facts) }
      const seen = facts.trait(name)
      return { rule, seen, verdict: passes(seen, test as Json, facts) }
    })
    return { of, verdict: combine(of, false) }
  },
  event(rule, facts) {
    const { name, where } = rule
    return where ? more(rule, facts) : countTimes(rule, facts.eventTimes(name), facts)
  },
  stage({ is }, facts) {
    const seen = facts.stage()
    return { seen, verdict: seen === undefined ? 'unknown' : [is].flat().includes(seen) }
  },
}

export function countTimes(
  { atLeast = 1, within }: EventRule,
  times: readonly number[] | undefined,
  facts: Facts,
): Finding {
  if (!times) return unknown
  const since = within ? facts.now() - durationMs(within) : 0
  const seen = times.filter((time) => time >= since).length
  return { seen, verdict: seen >= atLeast }
}

/** `:name` is one segment, a final `*` any rest (also none). Query and fragment of the pattern are ignored. */
export function matchesPath(pattern: string, path: string): boolean {
  const segments = (text: string): string[] => text.replace(/(.)\/$/, '$1').split('/')
  const wanted = segments(pathOf(pattern))
  const isOpen = wanted.at(-1) === '*' && !!wanted.pop()
  const given = segments(path)
  return (
    (isOpen ? given.length >= wanted.length : given.length === wanted.length) &&
    wanted.every((segment, index) => segment === given[index] || (segment[0] === ':' && given[index]))
  )
}

type Operators = Readonly<Record<string, Json>>
const isOperators = (test: Json): test is Operators => Object.keys(Object(test)).some((key) => key[0] === '$')

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
/** A list is in it when one of its entries is. */
const isIn = (value: Json, list: Json): boolean =>
  [value].flat().some((one) => [list].flat().some((item) => equal(item, one)))

const operators: Readonly<Record<string, (value: Json, operand: Json) => boolean>> = {
  $eq: equal,
  $ne: (value, operand) => !equal(value, operand),
  $in: isIn,
  $nin: (value, operand) => !isIn(value, operand),
  $gt: (value, operand) => (value as number) > (operand as number),
  $gte: (value, operand) => (value as number) >= (operand as number),
  $lt: (value, operand) => (value as number) < (operand as number),
  $lte: (value, operand) => (value as number) <= (operand as number),
  $regex: (value, operand) => new RegExp(String(operand)).test(String(value)),
}

/** Whether a value passes its test. `undefined`: nobody has told it yet. */
export function passes(value: Json | undefined, test: Json, facts: Facts): Verdict {
  const tests = Object.entries(isOperators(test) ? test : { $eq: test })
  const verdicts = tests.map(([name, operand]): { verdict: Verdict } => {
    if (name === '$exists') return { verdict: ((value ?? null) !== null) === operand }
    const operator = operators[name]
    try {
      if (!operator) return { verdict: facts.more?.()?.operator(name)?.(value, operand, facts) ?? 'unknown' }
      return value === undefined ? unknown : { verdict: operator(value, operand) }
    } catch {
      return unknown
    }
  })
  return combine(verdicts, false)
}

const units: Readonly<Record<string, number>> = { W: 604_800_000, D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000 }

/** `P7D`, `PT36H`, `P1DT12H30M`: ISO 8601 without years and months, whose length is not one; `ruleProblem()` says what is none. */
export const durationMs = (text: string): number =>
  [...text.matchAll(/(\d+)(\w)/g)].reduce(
    (sum, [, amount, unit = '']) => sum + Number(amount) * (units[unit] ?? NaN),
    0,
  )
