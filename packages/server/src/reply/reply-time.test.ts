import { describe, expect, test } from 'vitest'
import type { ReplyOptions } from './reply-options.ts'
import { replyTimeAt } from './reply-time.ts'

const day = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
] as const
const office = {
  timeZone: 'Europe/Riga',
  week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: [['09:00', '16:00']] },
  closedOn: ['2026-11-18'],
} as const
const options: ReplyOptions = { withinMinutes: 120, hours: office }
/** Riga is two hours ahead of UTC in winter. */
const riga = (text: string) => Date.parse(`${text}+02:00`)
const at = (text: string, given = options) => replyTimeAt(given, {}, riga(text))

describe('the reply time', () => {
  test('is so many minutes while the office is open for long enough', () => {
    expect(at('2026-11-16T14:00')).toEqual({ withinMinutes: 120 })
    expect(at('2026-11-16T16:00')).toEqual({ withinMinutes: 120 })
    expect(at('2026-11-16T10:00')).toEqual({ withinMinutes: 120 })
  })
  test('is an instant of the next working time when today’s is too short', () => {
    expect(at('2026-11-16T11:00')).toEqual({ byAt: riga('2026-11-16T14:00') })
    expect(at('2026-11-16T17:30')).toEqual({ byAt: riga('2026-11-17T10:30') })
    expect(at('2026-11-16T17:31')).toEqual({ byAt: riga('2026-11-17T10:45') })
    expect(at('2026-11-20T15:30')).toEqual({ byAt: riga('2026-11-23T10:30') })
    expect(at('2026-11-16T17:30', { ...options, withinMinutes: 24 * 60 })).toEqual({ byAt: riga('2026-11-23T09:30') })
  })
  test('is when the office opens, in the break, at night, over the weekend and on a day off', () => {
    expect(at('2026-11-16T12:00')).toEqual({ backAt: riga('2026-11-16T13:00') })
    expect(at('2026-11-16T18:00')).toEqual({ backAt: riga('2026-11-17T09:00') })
    expect(at('2026-11-17T20:00')).toEqual({ backAt: riga('2026-11-19T09:00') })
    expect(at('2026-11-21T10:00')).toEqual({ backAt: riga('2026-11-23T09:00') })
  })
  test('follows the clocks of the office when they change', () => {
    expect(replyTimeAt(options, {}, Date.parse('2026-10-24T10:00Z'))).toEqual({
      backAt: Date.parse('2026-10-26T07:00Z'),
    })
    expect(replyTimeAt(options, {}, Date.parse('2026-10-17T10:00Z'))).toEqual({
      backAt: Date.parse('2026-10-19T06:00Z'),
    })
  })
  test('goes over midnight where the office does', () => {
    const always = { timeZone: 'UTC', week: { monday: [['00:00', '24:00']], tuesday: [['00:00', '24:00']] } } as const
    const given = { withinMinutes: 60, hours: always }
    expect(replyTimeAt(given, {}, Date.parse('2026-11-16T23:30Z'))).toEqual({ byAt: Date.parse('2026-11-17T00:30Z') })
    expect(replyTimeAt(given, {}, Date.parse('2026-11-17T23:30Z'))).toEqual({ byAt: Date.parse('2026-11-23T00:30Z') })
  })
  test('is by plan and stage, the first rule that fits', () => {
    const rules = [
      { plan: ['pro', 'team'], withinMinutes: 15 },
      { stage: 'new', withinMinutes: 30 },
    ]
    const given = { withinMinutes: 120, rules }
    expect(replyTimeAt(given, { plan: 'team', stage: 'new' }, 0)).toEqual({ withinMinutes: 15 })
    expect(replyTimeAt(given, { plan: 'free', stage: 'new' }, 0)).toEqual({ withinMinutes: 30 })
    expect(replyTimeAt(given, { plan: 'free' }, 0)).toEqual({ withinMinutes: 120 })
    expect(replyTimeAt(given, {}, 0)).toEqual({ withinMinutes: 120 })
  })
  test('is not said when no working time is to come', () => {
    expect(replyTimeAt({ withinMinutes: 5, hours: { timeZone: 'UTC', week: {} } }, {}, 0)).toBeUndefined()
  })
})
