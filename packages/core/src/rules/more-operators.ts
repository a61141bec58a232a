import type { Json } from '@docent/protocol'
import { combine, evaluate, passes } from './evaluate.ts'
import type { Conditions, Facts, Operator, Verdict } from './rule.ts'

/** `seats`, and `company.seats` in an object. */
export const valueAt = (owner: unknown, path: string): Json | undefined =>
  path.split('.').reduce<unknown>((value, key) => Object(value)[key], owner) as Json | undefined

/** On a value that somebody has told. */
const known =
  (judge: (value: Json, operand: Json, facts: Facts) => Verdict): Operator =>
  (value, operand, facts) =>
    value === undefined ? 'unknown' : judge(value, operand, facts)
const not = (verdict: Verdict): Verdict => (verdict === 'unknown' ? verdict : !verdict)
const listOf = (value: Json): readonly Json[] => [value].flat() as readonly Json[]
const lower = (value: Json): Json => (typeof value === 'string' ? value.toLowerCase() : value)
const lowerAll = (value: Json): Json => listOf(value).map(lower)
const isConditions = (test: Json): test is { readonly [name: string]: Json } =>
  Object.keys(Object(test)).some((key) => key[0] !== '$') && !Array.isArray(test) && typeof test === 'object'

const verdictOf = (verdicts: readonly Verdict[], decisive: boolean): Verdict =>
  combine(
    verdicts.map((verdict) => ({ verdict })),
    decisive,
  )

/** Conditions on the fields of any object: an event's data, an entry of a list. */
export const passesConditions = (owner: unknown, where: Conditions, facts: Facts): Verdict =>
  evaluate({ kind: 'attr', where }, { ...facts, trait: (path) => valueAt(owner, path) }).verdict

const elementPasses = (element: Json, test: Json, facts: Facts): Verdict =>
  isConditions(test) ? passesConditions(element, test as Conditions, facts) : passes(element, test, facts)

/** Pads numbers, so that text compares as versions do; a pre-release comes before its release. */
function versionKey(version: Json): string {
  const [core = '', pre] = String(version)
    .replace(/^v|\+.*$/g, '')
    .split(/-(.*)/s)
  const parts = [...core.split('.'), ...(pre === undefined ? ['~'] : pre.split(/[.-]/))]
  return parts.map((part) => (/^\d+$/.test(part) ? part.padStart(9, ' ') : part)).join('-')
}
const byVersion = (judge: (value: string, operand: string) => boolean): Operator =>
  known((value, operand) => judge(versionKey(value), versionKey(operand)))

const typeOf = (value: Json): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

/** GrowthBook's operators beyond those that `evaluate()` knows itself. */
export const moreOperators: Readonly<Record<string, Operator>> = {
  $not: (value, operand, facts) => not(passes(value, operand, facts)),
  $ini: known((value, operand, facts) => passes(lowerAll(value), { $in: lowerAll(operand) }, facts)),
  $nini: known((value, operand, facts) => passes(lowerAll(value), { $nin: lowerAll(operand) }, facts)),
  $regexi: known((value, operand) => new RegExp(String(operand), 'i').test(String(value))),
  $notRegex: known((value, operand) => !new RegExp(String(operand)).test(String(value))),
  $type: known((value, operand) => typeOf(value) === operand),
  $size: known((value, operand, facts) => Array.isArray(value) && passes(value.length, operand, facts)),
  $elemMatch: known(
    (value, operand, facts) =>
      Array.isArray(value) &&
      verdictOf(
        value.map((element) => elementPasses(element, operand, facts)),
        true,
      ),
  ),
  $all: known((value, operand, facts) => holdsAll(value, listOf(operand), facts)),
  $alli: known((value, operand, facts) => holdsAll(lowerList(value), listOf(lowerAll(operand)), facts)),
  $veq: byVersion((value, operand) => value === operand),
  $vne: byVersion((value, operand) => value !== operand),
  $vgt: byVersion((value, operand) => value > operand),
  $vgte: byVersion((value, operand) => value >= operand),
  $vlt: byVersion((value, operand) => value < operand),
  $vlte: byVersion((value, operand) => value <= operand),
}
const lowerList = (value: Json): Json => (Array.isArray(value) ? value.map(lower) : value)

const holdsAll = (value: Json, tests: readonly Json[], facts: Facts): Verdict =>
  Array.isArray(value) &&
  verdictOf(
    tests.map((test) =>
      verdictOf(
        value.map((element) => passes(element, test, facts)),
        true,
      ),
    ),
    false,
  )

/** `$and`, `$or`, `$nor` over a list of conditions, and `$not` over one. */
export function evaluateGroup(name: string, conditions: unknown, facts: Facts) {
  const list = [conditions].flat() as readonly Conditions[]
  const of = list.map((where) => evaluate({ kind: 'attr', where }, facts))
  const any = combine(of, true)
  switch (name) {
    case '$and':
      return { of, verdict: combine(of, false) }
    case '$or':
      // Nothing to choose from lets everyone through, as in GrowthBook.
      return { of, verdict: of.length === 0 || any }
    case '$nor':
    case '$not':
      return { of, verdict: name === '$nor' && of.length === 0 ? false : not(any) }
    default:
      return { of, verdict: 'unknown' as const }
  }
}
