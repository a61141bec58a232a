import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { definitionsSchema } from './definitions-schema.ts'
import { readDefinitions } from './read-definitions.ts'
import { document } from './test-document.ts'

const folder = join(import.meta.dirname, '../../../protocol')
const { $defs } = JSON.parse(readFileSync(join(folder, 'rule.schema.json'), 'utf8'))
const schema = definitionsSchema($defs)
const accepts = new Ajv2020({ allowUnionTypes: true }).compile(schema)

it('the published file is the schema as it is', async () => {
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(join(folder, 'definitions.schema.json'))
})

it('takes what readDefinitions() takes', () => {
  expect(accepts(document), JSON.stringify(accepts.errors)).toBe(true)
})

/** Every way into the document, as a list of names. */
function waysInto(value: unknown, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way]
  return [way, ...Object.entries(value).flatMap(([name, part]) => waysInto(part, [...way, name]))]
}
function spoil(value: unknown, [name, ...rest]: readonly string[], junk: unknown): unknown {
  if (name === undefined) return junk
  const copy: Record<string, unknown> = { ...(value as object) }
  copy[name] = spoil(copy[name], rest, junk)
  return Array.isArray(value) ? Object.values(copy) : copy
}

/** What a schema cannot say: which names there are, and where "Next" can lead to. */
const beyond =
  /is given twice|as is|no step of this tour|no task here|not among|in a circle|waits for|cannot go to|stands on something|Docent uses itself|to watch|is missing|goes from/

it('lets nothing through that readDefinitions() refuses, but what no schema can say', () => {
  const junk = fc.constantFrom(
    '',
    ' ',
    'x',
    -1,
    0,
    7,
    null,
    true,
    [],
    [''],
    {},
    { kind: 'x' },
    { id: 'a' },
    { css: '' },
  )
  fc.assert(
    fc.property(fc.constantFrom(...waysInto(document)), junk, (way, put) => {
      const spoilt = spoil(document, way, put)
      if (!accepts(spoilt)) return
      try {
        readDefinitions(spoilt)
      } catch (error) {
        expect(String(error)).toMatch(beyond)
      }
    }),
    { numRuns: 800 },
  )
})
