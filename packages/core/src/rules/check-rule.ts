const kinds: Readonly<Record<string, readonly string[]>> = {
  all: ['of'],
  any: ['of'],
  not: ['of'],
  page: ['path'],
  attr: ['where'],
  event: ['name', 'atLeast', 'within'],
  stage: ['is'],
}

/** Years and months have no length of their own. */
const duration = /^P(?=.)(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** What is wrong with a rule given by a host, as `<where>: <what>`, or nothing. Run once, at `createDocent()`. */
export function ruleProblem(rule: unknown, at: string): string | undefined {
  if (!isRecord(rule) || typeof rule.kind !== 'string')
    return `\`${at}\` is not a rule; a rule is an object with a \`kind\``
  const fields = kinds[rule.kind]
  if (!fields) return `\`${at}.kind\` is "${rule.kind}"; known kinds are ${Object.keys(kinds).join(', ')}`
  const stray = Object.keys(rule).find((key) => key !== 'kind' && !fields.includes(key))
  if (stray) return `\`${at}.${stray}\` is not a field of a "${rule.kind}" rule; it has ${fields.join(', ')}`
  const required = fields[0] ?? ''
  if (rule[required] === undefined) return `\`${at}.${required}\` is missing`
  if (rule.within !== undefined && !duration.test(String(rule.within)))
    return `\`${at}.within\` is "${rule.within}"; write an ISO 8601 duration such as P7D or PT12H`
  if (rule.kind === 'not') return ruleProblem(rule.of, `${at}.of`)
  if (rule.kind !== 'all' && rule.kind !== 'any') return undefined
  if (!Array.isArray(rule.of)) return `\`${at}.of\` must be a list of rules`
  return rule.of.map((part, index) => ruleProblem(part, `${at}.of[${index}]`)).find(Boolean)
}
