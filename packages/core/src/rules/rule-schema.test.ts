import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ruleFields, ruleProblem } from './check-rule.ts'
import { ruleSchema } from './rule-schema.ts'
import { arbitraryRule } from './test-rules.ts'

const file = join(import.meta.dirname, '../../../protocol/rule.schema.json')
const accepts = new Ajv2020().compile(ruleSchema())

it('the published file is the schema of the rules as they are', async () => {
  await expect(`${JSON.stringify(ruleSchema(), null, 2)}\n`).toMatchFileSnapshot(file)
})

it('takes every rule that createDocent() takes', () => {
  fc.assert(
    fc.property(arbitraryRule, (rule) => {
      expect(ruleProblem(rule, 'rule')).toBeUndefined()
      expect(accepts(rule), JSON.stringify(accepts.errors)).toBe(true)
    }),
  )
})

it('and the check agree on what is wrong, too', () => {
  const junk = fc.oneof(
    fc.constantFrom('', 'P7D', '09:00', -1, 0, 3, 500, null, true),
    fc.array(fc.string()),
    fc.object(),
  )
  const spoil = fc.tuple(
    arbitraryRule,
    fc.constantFrom(
      'extra',
      'kind',
      ...Object.values(ruleFields).flatMap((fields) => Object.keys(fields).map((name) => name.replace('?', ''))),
    ),
    junk,
  )
  fc.assert(
    fc.property(spoil, ([rule, field, value]) => {
      const spoilt = { ...rule, [field]: value }
      expect(accepts(spoilt), JSON.stringify(accepts.errors)).toBe(ruleProblem(spoilt, 'rule') === undefined)
    }),
    { numRuns: 500 },
  )
})
