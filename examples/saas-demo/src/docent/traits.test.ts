import { describe, expect, it } from 'vitest'
import type { Company, Session } from '../../shared/records.ts'
import { traitsOf } from './traits.ts'

const company: Company = {
  id: 'c1',
  name: 'Brightwater',
  initials: 'B',
  colour: '#1f3a5f',
  address: '',
  country: '',
  vatNumber: '',
  defaultVatRate: 21,
  paymentDays: 14,
  nextNumber: 1001,
  iban: '',
  bic: '',
  accountHolder: '',
  plan: null,
  trialEndsAt: 1_000,
  createdAt: 0,
}
const session = (change: Partial<Company> = {}): Session => ({
  person: { id: 'p1', name: 'Ada', email: 'ada@brightwater.eu', role: 'owner', createdAt: 0 },
  company: { ...company, ...change },
  counts: { clients: 2, invoices: 3, sentInvoices: 1, invoicesThisMonth: 3, members: 1 },
})

describe('traits', () => {
  it('names the plan as a person would', () => {
    expect(traitsOf(session(), 999).plan).toBe('trial')
    expect(traitsOf(session(), 1_000).plan).toBe('starter')
    expect(traitsOf(session({ plan: 'pro' }), 0).plan).toBe('pro')
  })

  it('counts the days of a trial down, and none of another plan', () => {
    const dayMs = 86_400_000
    const left = (change: Partial<Company>, nowMs: number) => traitsOf(session(change), nowMs).trialDaysLeft
    expect(left({ trialEndsAt: 3 * dayMs }, 0)).toBe(3)
    expect(left({ trialEndsAt: 3 * dayMs }, 2.5 * dayMs)).toBe(1)
    expect(left({ plan: 'pro', trialEndsAt: 3 * dayMs }, 0)).toBeUndefined()
  })

  it('says what is set up', () => {
    expect(traitsOf(session(), 0)).toMatchObject({
      hasCompanyDetails: false,
      hasBankAccount: false,
      clients: 2,
      sentInvoices: 1,
    })
    expect(traitsOf(session({ address: 'Riga', iban: 'LV80' }), 0)).toMatchObject({
      hasCompanyDetails: true,
      hasBankAccount: true,
    })
  })

  it('keeps the bank account itself to itself', () => {
    expect(JSON.stringify(traitsOf(session({ iban: 'LV80BANK0000435195001' }), 0))).not.toContain('LV80')
  })
})
