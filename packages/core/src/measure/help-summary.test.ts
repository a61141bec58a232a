import type { Json } from '@docent/protocol'
import { expect, it } from 'vitest'
import { countHelp, emptyHelp, settleHelp } from './help-summary.ts'

const minute = 60_000
const after = (...events: readonly (readonly [name: string, at: number, data?: Json])[]) =>
  events.reduce(
    (tally, [name, at, data]) => countHelp(tally, { name, at: at * minute, ...(data && { data }) }),
    emptyHelp,
  )

it('counts what was searched, read and rated, in words without addresses and numbers', () => {
  const { open: _, ...counted } = after(
    ['help_searched', 0, { text: 'Refund to ada@x.example 4711', results: 0 }],
    ['help_searched', 1, { text: 'vat', results: 2 }],
    ['help_result_opened', 1, { text: 'vat', id: 'vat', place: 1 }],
    ['article_viewed', 1, { id: 'vat' }],
    ['article_rated', 2, { id: 'vat', helpful: true }],
    ['article_viewed', 9, { id: 'vat' }],
    ['anything_else', 10],
  )
  expect(counted).toEqual({
    ...{ searches: 2, emptySearches: { 'refund to … …': 1 }, openedResults: 1, endedInChat: 0, begun: 0, deflected: 0 },
    articles: { vat: { views: 2, helpful: true } },
  })
})

it('says that an article answered: begun, read, and nothing sent within half an hour', () => {
  const begunAndRead = after(['question_begun', 0], ['article_viewed', 1, { id: 'a' }])
  expect(settleHelp(begunAndRead, 20 * minute).deflected).toBe(0)
  expect(settleHelp(begunAndRead, 40 * minute).deflected).toBe(1)
  expect(settleHelp(settleHelp(begunAndRead, 40 * minute), 90 * minute).deflected).toBe(1)
  const sent = after(['question_begun', 0], ['article_viewed', 1, { id: 'a' }], ['conversation_started', 20])
  expect(settleHelp(sent, 90 * minute)).toMatchObject({ deflected: 0, endedInChat: 1 })
  const sentLater = after(['question_begun', 0], ['article_viewed', 1, { id: 'a' }], ['conversation_started', 60])
  expect(sentLater).toMatchObject({ deflected: 1, endedInChat: 0 })
  // Read before, or not at all: nothing was answered.
  expect(settleHelp(after(['article_viewed', 0, { id: 'a' }], ['question_begun', 1]), 90 * minute).deflected).toBe(0)
})

it('keeps the newest words and articles only, whatever they are called', () => {
  const many = Array.from(
    { length: 60 },
    (_, index) => ['help_searched', index, { text: `w${'x'.repeat(index)}`, results: 0 }] as const,
  )
  const { emptySearches } = after(...many, ['help_searched', 61, { text: 'constructor', results: 0 }])
  expect(Object.keys(emptySearches)).toHaveLength(50)
  expect(emptySearches.constructor).toBe(1)
})
