import { describe, expect, it } from 'vitest'
import { countries } from './countries.ts'
import { formatIban, ibanProblem } from './iban.ts'
import { chooseVat, vatNote, vatRates } from './vat-choice.ts'
import { tidyVatNumber, vatNumberProblem } from './vat-number.ts'

const seller = { country: 'LV', defaultVatRate: 21 }

describe('VAT choice', () => {
  it.each([
    ['at home', { country: 'LV', vatNumber: 'LV40103456789' }, 21, 'default'],
    ['a company elsewhere in the EU', { country: 'DE', vatNumber: 'DE123456789' }, 0, 'reverse-charge'],
    ['a private buyer elsewhere in the EU', { country: 'DE', vatNumber: '' }, 21, 'default'],
    ['outside the EU', { country: 'NO', vatNumber: '' }, 0, 'export'],
    ['a client without a country', { country: '', vatNumber: '' }, 21, 'default'],
  ])('%s', (_, buyer, rate, reason) => expect(chooseVat(seller, buyer)).toEqual({ rate, reason }))

  it('uses the default rate before a client is chosen', () => expect(chooseVat(seller, undefined).rate).toBe(21))

  it('offers the rates of the own country, and any already used', () => {
    expect(vatRates(seller, [7])).toEqual([21, 12, 7, 5, 0])
  })

  it('prints a sentence only where the law wants one', () => {
    expect(vatNote('default')).toBeUndefined()
    expect(vatNote('reverse-charge')).toMatch(/Article 196/)
  })
})

describe('VAT numbers', () => {
  it('says what is accepted and what was entered', () => {
    expect(vatNumberProblem('LV', 'LV4010')).toBe(
      'A VAT number of Latvia is LV and 11 digits, for example LV40103456789. You entered 4 after LV.',
    )
    expect(vatNumberProblem('LV', '40103456789')).toMatch(/starts with “40”/)
  })

  it('accepts spaces, dots and small letters', () => {
    expect(vatNumberProblem('LV', 'lv 401.034.567-89')).toBeUndefined()
    expect(tidyVatNumber('lv 401.034.567-89')).toBe('LV40103456789')
  })

  it('accepts the example of every country', () => {
    for (const { code, vatNumber } of countries) {
      if (vatNumber) expect(vatNumberProblem(code, vatNumber.example)).toBeUndefined()
    }
  })

  it('leaves countries alone whose numbers it does not know', () => {
    expect(vatNumberProblem('US', 'anything')).toBeUndefined()
  })
})

describe('IBAN', () => {
  it('accepts a sound one with spaces', () => expect(ibanProblem('lv80 bank 0000 4351 9500 1')).toBeUndefined())
  it('counts', () =>
    expect(ibanProblem('LV80BANK00004351950')).toBe('An IBAN that starts with LV has 21 characters. You entered 19.'))
  it('checks the digits', () => expect(ibanProblem('LV80BANK0000435195010')).toMatch(/check digits/))
  it('asks for one', () => expect(ibanProblem(' ')).toMatch(/bank statement/))
  it('names an unknown country', () => expect(ibanProblem('XX80BANK0000435195001')).toMatch(/start with XX/))
  it('prints groups of four', () => expect(formatIban('LV80BANK0000435195001')).toBe('LV80 BANK 0000 4351 9500 1'))
})
