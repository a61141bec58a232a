/** What a field of a rule may hold; a list holds the words themselves. */
export type FieldKind =
  | readonly string[]
  | 'rule'
  | 'rules'
  | 'text'
  | 'texts'
  | 'devices'
  | 'struggles'
  | 'conditions'
  | 'count'
  | 'percent'
  | 'duration'
  | 'instant'
  | 'days'
  | 'clock'
  | 'target'
  | 'json'

/** Years and months have no length of their own. */
export const durationPattern = '^P(?=.)(\\d+W)?(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+S)?)?$'
export const instantPattern = '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2}))?$'
export const clockPattern = '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$'
export const devices = ['phone', 'tablet', 'desktop'] as const
export const struggles = ['repeated_error', 'repeated_empty_search', 'rage_click', 'long_dwell'] as const
/** Exactly these are the ways to name a target; each with the fields it needs. */
export const locators: readonly (readonly string[])[] = [['testId'], ['role', 'name'], ['label'], ['text'], ['css']]

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumber = (value: unknown, atMost = Infinity): boolean =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= atMost
const matches = (pattern: string, value: unknown): boolean =>
  typeof value === 'string' && new RegExp(pattern).test(value)
const oneOrSome = (isFit: (value: unknown) => boolean, value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 && value.every(isFit) : isFit(value)
const isLocator = (value: unknown): boolean =>
  isObject(value) &&
  locators.some(
    (fields) =>
      fields.every((field) => isText((value as Record<string, unknown>)[field])) &&
      Object.keys(value).every((key) => fields.includes(key)),
  )

type Check = readonly [isFit: (value: unknown) => boolean, wanted: string]

const checks: Readonly<Record<Exclude<FieldKind, readonly string[] | 'rule' | 'rules'>, Check>> = {
  text: [isText, 'a text'],
  texts: [(value) => oneOrSome(isText, value), 'a text, or a list of texts'],
  devices: [
    (value) => oneOrSome((one) => devices.includes(one as 'phone'), value),
    `one of ${devices.join(', ')}, or a list of them`,
  ],
  struggles: [
    (value) => oneOrSome((one) => struggles.includes(one as 'rage_click'), value),
    `one of ${struggles.join(', ')}, or a list of them`,
  ],
  conditions: [isObject, "an object such as { plan: 'pro' }"],
  count: [(value) => isNumber(value), 'a number from 0'],
  percent: [(value) => isNumber(value, 100), 'a number from 0 to 100'],
  duration: [(value) => matches(durationPattern, value), 'an ISO 8601 duration such as P7D or PT12H'],
  instant: [
    (value) => matches(instantPattern, value),
    'a date such as 2026-12-01, or an instant with its zone such as 2026-12-01T09:00Z',
  ],
  days: [
    (value) => Array.isArray(value) && value.length > 0 && value.every((day) => [1, 2, 3, 4, 5, 6, 7].includes(day)),
    'a list of days from 1 (Monday) to 7',
  ],
  clock: [
    (value) => Array.isArray(value) && value.length === 2 && value.every((time) => matches(clockPattern, time)),
    "two times of day such as ['09:00', '17:30']",
  ],
  target: [
    (value) => isText(value) || oneOrSome(isLocator, value),
    'a CSS selector, or { testId }, { role, name }, { label }, { text } or { css }, or a list of these',
  ],
  json: [(value) => value !== undefined && typeof value !== 'function', 'a value'],
}

/** What is wrong with a field, or nothing. */
export function fieldProblem(
  kind: Exclude<FieldKind, 'rule' | 'rules'>,
  value: unknown,
  at: string,
): string | undefined {
  const [isFit, wanted] =
    typeof kind === 'string'
      ? checks[kind]
      : ([(one: unknown) => kind.includes(one as string), `one of ${kind.join(', ')}`] as const)
  return isFit(value) ? undefined : `\`${at}\` is ${JSON.stringify(value)}; write ${wanted}`
}
