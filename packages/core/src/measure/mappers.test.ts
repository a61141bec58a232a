import { expect, it, vi } from 'vitest'
import { toGa4, toPostHog, toSegment } from './mappers.ts'

const event = { name: 'tour_step_completed', at: 1000, data: { tour: 'hello', step: 'one' } }

it('gives Segment its titles', () => {
  const track = vi.fn()
  toSegment({ track })(event)
  expect(track).toHaveBeenCalledWith(
    'Tour Step Completed',
    { tour: 'hello', step: 'one' },
    { timestamp: new Date(1000) },
  )
})

it('gives PostHog prefixed names', () => {
  const capture = vi.fn()
  toPostHog({ capture })({ name: 'invoice_created', at: 1 })
  expect(capture).toHaveBeenCalledWith('docent_invoice_created', {})
})

it('gives GA4 what it takes', () => {
  const gtag = vi.fn()
  toGa4(gtag)({ name: 'tour_started', at: 1, data: { tour: 'hello' } })
  expect(gtag).toHaveBeenLastCalledWith('event', 'tutorial_begin', { tour: 'hello' })
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`key${index}`, 'x'.repeat(500)]))
  toGa4(gtag)({ name: 'n'.repeat(60), at: 1, data: many })
  const [, name, parameters] = gtag.mock.lastCall ?? []
  expect(name).toHaveLength(40)
  expect(Object.values(parameters as object)).toEqual(Array.from({ length: 25 }, () => 'x'.repeat(100)))
})

it('hands on nothing personal that was typed', () => {
  const capture = vi.fn()
  toPostHog({ capture })({ name: 'help_searched', at: 1, data: { text: 'iban of ada@x.example', results: 2 } })
  expect(capture).toHaveBeenCalledWith('docent_help_searched', { text: 'iban of …', results: 2 })
})
