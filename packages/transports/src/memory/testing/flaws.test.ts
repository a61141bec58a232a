import { checkRule, transportRules } from '@docent/testkit'
import { describe, expect, it } from 'vitest'
import { flaws } from './flaws.ts'
import { memoryHarness } from './memory-harness.ts'

describe('the transport suite', () => {
  it.each(Object.entries(flaws))('finds a transport that breaks %s', async (name, flaw) => {
    const rule = transportRules.find(({ id }) => name.startsWith(`${id} `))
    if (!rule) throw new Error(`There is no rule for “${name}”`)
    const flawed = memoryHarness({ patienceMs: 100 }, (transport) => ({ ...transport, ...flaw(transport) }))
    await expect(checkRule(rule, flawed)).rejects.toThrow()
  })

  it('is tried with a flaw for every rule', () => {
    expect(Object.keys(flaws).map((name) => name.split(' ')[0])).toEqual(transportRules.map(({ id }) => id))
  })
})
