import { ruleFields } from './check-rule.ts'
import {
  clockPattern,
  devices,
  durationPattern,
  type FieldKind,
  instantPattern,
  locators,
  struggles,
} from './rule-fields.ts'

type Schema = Readonly<Record<string, unknown>>

const text = { type: 'string', minLength: 1 }
const oneOrSome = (one: Schema): Schema => ({ anyOf: [one, { type: 'array', items: one, minItems: 1 }] })

const kinds: Readonly<Record<Exclude<FieldKind, readonly string[]>, Schema>> = {
  rule: { $ref: '#/$defs/rule' },
  rules: { type: 'array', items: { $ref: '#/$defs/rule' } },
  text,
  texts: oneOrSome(text),
  devices: oneOrSome({ enum: devices }),
  struggles: oneOrSome({ enum: struggles }),
  conditions: { type: 'object' },
  count: { type: 'number', minimum: 0 },
  percent: { type: 'number', minimum: 0, maximum: 100 },
  duration: { type: 'string', pattern: durationPattern },
  instant: { type: 'string', pattern: instantPattern },
  days: { type: 'array', items: { enum: [1, 2, 3, 4, 5, 6, 7] }, minItems: 1 },
  clock: { type: 'array', items: { type: 'string', pattern: clockPattern }, minItems: 2, maxItems: 2 },
  target: {
    anyOf: [text, { $ref: '#/$defs/locator' }, { type: 'array', items: { $ref: '#/$defs/locator' }, minItems: 1 }],
  },
  json: {},
}
const schemaOf = (kind: FieldKind): Schema => (typeof kind === 'string' ? kinds[kind] : { enum: kind })
const closed = (properties: Schema, required: readonly string[]): Schema => ({
  ...{ type: 'object', properties, required, additionalProperties: false },
})

/** The JSON Schema of rules, as `@docent/protocol/rule.schema.json` publishes it: the same table that `ruleProblem()` checks by. */
export function ruleSchema(): Schema {
  const rules = Object.entries(ruleFields).map(([kind, fields]) => {
    const named = Object.entries(fields).map(([field, of]): [string, Schema] => [field.replace('?', ''), schemaOf(of)])
    const required = Object.keys(fields).filter((field) => !field.endsWith('?'))
    return closed({ kind: { const: kind }, ...Object.fromEntries(named) }, ['kind', ...required])
  })
  const locator = locators.map((fields) => closed(Object.fromEntries(fields.map((field) => [field, text])), fields))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Rule',
    description: 'Who sees what, when. Evaluates to true, false or unknown; unknown never shows.',
    $ref: '#/$defs/rule',
    $defs: { rule: { oneOf: rules }, locator: { anyOf: locator } },
  }
}
