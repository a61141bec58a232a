import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { transportRules } from './transport-contract.ts'

const page = await readFile(new URL('../../../../docs/reference/transport-contract.md', import.meta.url), 'utf8')
const rulesOf = (letter: string): string[] =>
  [...page.matchAll(new RegExp(`^### (${letter}\\d+: .+)$`, 'gm'))].map(([, rule]) => String(rule))

describe('the page of the transport contract', () => {
  it('lists the rules of the suite, word for word', () => {
    expect(rulesOf('T')).toEqual(transportRules.map(({ id, title }) => `${id}: ${title}`))
  })

  it('numbers the rules without a hole', () => {
    expect(rulesOf('T').map((rule) => rule.split(':')[0])).toEqual(transportRules.map((_, index) => `T${index + 1}`))
    expect(rulesOf('E').map((rule) => rule.split(':')[0])).toEqual(
      Array.from({ length: 14 }, (_, index) => `E${index + 1}`),
    )
  })
})
