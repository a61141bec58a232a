import { type FieldKind, fieldProblem } from './rule-fields.ts'

type Fields = Readonly<Record<string, FieldKind>>

/** The fields of each kind of rule; a name that ends with `?` may be left out. The JSON Schema is made of this. */
export const ruleFields: Readonly<Record<string, Fields>> = {
  all: { of: 'rules' },
  any: { of: 'rules' },
  not: { of: 'rule' },
  page: { path: 'text' },
  attr: { where: 'conditions' },
  event: { name: 'text', 'atLeast?': 'count', 'within?': 'duration', 'where?': 'conditions' },
  stage: { is: 'texts' },
  target: { target: 'target', 'is?': ['visible', 'absent', 'clicked'] },
  content: { type: ['tour', 'checklist', 'task', 'article'], id: 'text', 'is?': ['completed', 'dismissed'] },
  device: { 'is?': 'devices', 'minWidthPx?': 'count', 'maxWidthPx?': 'count' },
  locale: { is: 'texts' },
  time: {
    'from?': 'instant',
    'until?': 'instant',
    'days?': 'days',
    'between?': 'clock',
    'timeZone?': 'text',
    'since?': 'text',
    'atLeast?': 'duration',
    'within?': 'duration',
  },
  sample: { seed: 'text', percent: 'percent' },
  flag: { key: 'text', 'is?': 'json' },
  custom: { name: 'text' },
  struggle: { 'is?': 'struggles' },
  visit: { is: ['first', 'returning'], 'awayFor?': 'duration' },
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** What is wrong with a rule given by a host, as `<where>: <what>`, or nothing. Run once, at `createDocent()`. */
export function ruleProblem(rule: unknown, at: string): string | undefined {
  if (!isRecord(rule) || typeof rule.kind !== 'string')
    return `\`${at}\` is not a rule; a rule is an object with a \`kind\``
  if (!Object.hasOwn(ruleFields, rule.kind))
    return `\`${at}.kind\` is "${rule.kind}"; known kinds are ${Object.keys(ruleFields).join(', ')}`
  const fields = Object.entries(ruleFields[rule.kind] ?? {}).map(([field, kind]) => ({
    name: field.replace('?', ''),
    isOptional: field.endsWith('?'),
    kind,
  }))
  const stray = Object.keys(rule).find((key) => key !== 'kind' && !fields.some(({ name }) => name === key))
  if (stray) {
    const names = fields.map(({ name }) => name).join(', ')
    return `\`${at}.${stray}\` is not a field of a "${rule.kind}" rule; it has ${names}`
  }
  for (const { name, isOptional, kind } of fields) {
    const value = rule[name]
    if (value === undefined && isOptional) continue
    if (value === undefined) return `\`${at}.${name}\` is missing`
    const problem = partProblem(kind, value, `${at}.${name}`)
    if (problem) return problem
  }
  return undefined
}

function partProblem(kind: FieldKind, value: unknown, at: string): string | undefined {
  if (kind === 'rule') return ruleProblem(value, at)
  if (kind !== 'rules') return fieldProblem(kind, value, at)
  if (!Array.isArray(value)) return `\`${at}\` must be a list of rules`
  return value.map((part, index) => ruleProblem(part, `${at}[${index}]`)).find(Boolean)
}
