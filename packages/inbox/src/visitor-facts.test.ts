import { createTranslator } from '@docent/core'
import { expect, it } from 'vitest'
import { inboxMessages } from './messages.ts'
import { visitorName } from './names.ts'
import { profile } from './testing/samples.ts'
import { createTimes } from './times.ts'
import { factsOf, labelOf } from './visitor-facts.ts'

const t = createTranslator(() => 'en', inboxMessages)
const times = createTimes('en-GB', () => Date.UTC(2026, 10, 20), t)

it('says what is known, plan and page first, in words', () => {
  const facts = factsOf(
    profile({
      traits: { seats: 3, plan: 'Pro', trialEnds: '2026-11-28', beta: true, note: '' },
      context: { url: 'https://app.test/invoices/2041?tab=1', locale: 'lv' },
    }),
    t,
    times,
  )
  expect(facts.map(({ label, value }) => `${label}: ${value}`).slice(0, 6)).toEqual([
    'Plan: Pro',
    'Page now: /invoices/2041',
    'Language: Latvian',
    'Seats: 3',
    'Trial ends: 28 Nov',
    'Beta: Yes',
  ])
})

it('calls the page the last one when the visitor is gone', () => {
  const facts = factsOf(profile({ online: false, context: { url: 'https://app.test/#/billing' } }), t, times)
  expect(facts[0]).toMatchObject({ label: 'Last page', value: '/billing' })
})

it('makes labels out of keys', () => {
  expect(['signUpDate', 'sign_up-date', 'MRR'].map(labelOf)).toEqual(['Sign up date', 'Sign up date', 'Mrr'])
})

it('tells two strangers apart', () => {
  expect(visitorName(t, { id: 'ab-cd7f3a' })).toBe('Visitor 7F3A')
  expect(visitorName(t, { id: 'x', email: 'a@b.test' })).toBe('a@b.test')
})

it('shows what looks like a date, and is none, as it is', () => {
  const facts = factsOf(
    profile({ traits: { since: '2024-99-99', ends: '2024-01-01T99:99Z' }, lastSeenAt: 1e308 }),
    t,
    times,
  )
  expect(facts.map(({ value }) => value)).toEqual(expect.arrayContaining(['2024-99-99', '2024-01-01T99:99Z']))
})
