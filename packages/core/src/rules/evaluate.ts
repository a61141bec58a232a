import type { Json } from '@docent/protocol'
import { pathOf } from '../path-of.ts'
import type { AttributeTest, Facts, Rule, Trace, Verdict } from './rule.ts'

/** Evaluates a rule and says what it read on the way. Never throws: a rule it does not understand is `unknown`. */
export function evaluate(rule: Rule, facts: Facts): Trace {
  switch (rule.kind) {
    case 'all':
    case 'any': {
      const of = rule.of.map((part) => evaluate(part, facts))
      return { kind: rule.kind, verdict: combine(rule.kind, of), read: `${rule.kind} of ${of.length}`, of }
    }
    case 'not': {
      const inner = evaluate(rule.of, facts)
      const verdict = inner.verdict === 'unknown' ? 'unknown' : !inner.verdict
      return { kind: 'not', verdict, read: 'not', of: [inner] }
    }
    case 'page': {
      const path = facts.path()
      const verdict = matchesPath(rule.path, path)
      return { kind: 'page', verdict, read: `page ${path} ${verdict ? 'matches' : 'does not match'} ${rule.path}` }
    }
    case 'attr':
      return attribute(rule, facts)
    case 'event':
      return event(rule, facts)
    case 'stage': {
      const stage = facts.stage()
      const wanted = Array.isArray(rule.is) ? rule.is : [rule.is]
      const verdict = stage === undefined ? 'unknown' : wanted.includes(stage)
      return { kind: 'stage', verdict, read: `stage is ${stage ?? 'not known yet'}, wanted ${wanted.join(' or ')}` }
    }
    default:
      return {
        kind: String((rule as { kind?: unknown }).kind),
        verdict: 'unknown',
        read: 'this version does not know the rule',
      }
  }
}

/** Three-valued: one `false` decides `all`, one `true` decides `any`; an `unknown` is decided by neither. */
function combine(kind: 'all' | 'any', of: readonly Trace[]): Verdict {
  const decisive = kind === 'any'
  if (of.some(({ verdict }) => verdict === decisive)) return decisive
  return of.some(({ verdict }) => verdict === 'unknown') ? 'unknown' : !decisive
}

/** `:name` is one segment, a final `*` any rest (also none). Query and fragment of the pattern are ignored. */
export function matchesPath(pattern: string, path: string): boolean {
  const wanted = pathOf(pattern).split('/')
  const open = wanted.at(-1) === '*'
  if (open) wanted.pop()
  const given = trim(path).split('/')
  if (!open && wanted.at(-1) === '' && wanted.length > 2) wanted.pop()
  if (open ? given.length < wanted.length : given.length !== wanted.length) return false
  return wanted.every((segment, index) => segment === given[index] || (segment.startsWith(':') && given[index] !== ''))
}

const trim = (path: string): string => (path.length > 1 ? path.replace(/\/$/, '') : path)

function attribute(rule: Extract<Rule, { kind: 'attr' }>, facts: Facts): Trace {
  const of = Object.entries(rule.where).map(([name, test]): Trace => {
    const value = facts.trait(name)
    const read = `${name} is ${value === undefined ? 'not known' : JSON.stringify(value)}, wanted ${JSON.stringify(test)}`
    return { kind: 'attr', verdict: passes(value, test), read }
  })
  const [only] = of
  return of.length === 1 && only ? only : { kind: 'attr', verdict: combine('all', of), read: 'every attribute', of }
}

type Operators = Readonly<Record<string, Json>>
const isOperators = (test: AttributeTest): test is Operators =>
  typeof test === 'object' &&
  test !== null &&
  !Array.isArray(test) &&
  Object.keys(test).some((key) => key.startsWith('$'))

const equal = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
const isIn = (value: Json, list: Json): boolean => Array.isArray(list) && list.some((item) => equal(item, value))

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

function passes(value: Json | undefined, test: AttributeTest): Verdict {
  if (!isOperators(test)) return value === undefined ? 'unknown' : equal(value, test)
  const { $exists, ...rest } = test
  if ($exists !== undefined && (value !== undefined && value !== null) !== $exists) return false
  const wanted = rest as Operators
  const names = Object.keys(wanted)
  if (names.length === 0) return true
  if (value === undefined) return 'unknown'
  try {
    return names.every((name) => operators[name]?.(value, wanted[name] ?? null) ?? false)
  } catch {
    return 'unknown'
  }
}

function event(rule: Extract<Rule, { kind: 'event' }>, facts: Facts): Trace {
  const times = facts.eventTimes(rule.name)
  const wanted = rule.atLeast ?? 1
  const since = rule.within ? facts.now() - durationMs(rule.within) : 0
  const count = times?.filter((time) => time >= since).length ?? 0
  const verdict = times === undefined ? 'unknown' : count >= wanted
  const span = rule.within ? ` in ${rule.within}` : ''
  return {
    kind: 'event',
    verdict,
    read: `${rule.name} ${times ? `happened ${count} times${span}` : 'is not loaded yet'}, wanted ${wanted}`,
  }
}

const units: Readonly<Record<string, number>> = { W: 604_800_000, D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000 }

/** `P7D`, `PT36H`, `P1DT12H30M`: ISO 8601 without years and months, whose length is not one. NaN for anything else. */
export function durationMs(text: string): number {
  if (!/^P(?=.)(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/.test(text)) return Number.NaN
  return [...text.matchAll(/(\d+)([WDHMS])/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (units[unit ?? ''] ?? 0),
    0,
  )
}
