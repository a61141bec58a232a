import { describe, expect, it } from 'vitest'
import { formatMoney, moneyInput, parseMoney, roundCents } from './money.ts'

describe('money', () => {
  it.each([
    ['1250', 125_000],
    ['1250.5', 125_050],
    ['1 250,50', 125_050],
    ['1,250.50', 125_050],
    ['1.250,50', 125_050],
    ['€40', 4_000],
    ['0.05', 5],
    ['-12', -1_200],
    ['1,250', 125_000],
  ])('reads %s', (text, cents) => expect(parseMoney(text)).toBe(cents))

  it.each(['', 'abc', '12.345.6x', '1,23,456', '..', '9'.repeat(20)])('refuses "%s"', (text) =>
    expect(parseMoney(text)).toBeUndefined(),
  )

  it('shows euros with cents and groups', () => expect(formatMoney(217_800)).toBe('€2,178.00'))

  it('gives back what a field holds', () => expect(parseMoney(moneyInput(123_456))).toBe(123_456))

  it('rounds half a cent away from zero', () => {
    expect(roundCents(0.5)).toBe(1)
    expect(roundCents(1.005 * 100)).toBe(101)
    expect(roundCents(-0.5)).toBe(-1)
    expect(roundCents(0)).toBe(0)
  })
})
