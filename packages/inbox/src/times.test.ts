import { createTranslator } from '@docent/core'
import { describe, expect, it } from 'vitest'
import { inboxMessages } from './messages.ts'
import { snoozeTimes } from './snooze-times.ts'
import { createTimes, dateLocaleOf } from './times.ts'

const now = new Date(2026, 10, 20, 10, 46).getTime()
const times = createTimes(
  'en-GB',
  () => now,
  createTranslator(() => 'en', inboxMessages),
)
const minutesAgo = (minutes: number): number => now - minutes * 60_000

describe('waiting', () => {
  it.each([
    [0.5, 'waiting <1 min'],
    [12, 'waiting 12 min'],
    [60, 'waiting 1 h'],
    [112, 'waiting 1 h 52 min'],
    [24 * 60, 'waiting 1 day'],
    [3 * 24 * 60 + 5, 'waiting 3 days'],
    [-3, 'waiting <1 min'],
  ])('says %s minutes as "%s"', (minutes, words) => {
    expect(times.waiting(minutesAgo(minutes))).toBe(words)
  })
})

it('says days as people say them', () => {
  expect(times.dayAndTime(minutesAgo(8))).toBe('Today, 10:38')
  expect(times.dayAndTime(minutesAgo(24 * 60))).toBe('Yesterday, 10:46')
  expect(times.dayAndTime(new Date(2026, 10, 14, 9, 5).getTime())).toBe('14 Nov, 9:05')
  expect(times.dayAndTime(new Date(2025, 10, 14, 9, 5).getTime())).toBe('14 Nov 2025, 9:05')
  expect(times.short(new Date(2026, 10, 18, 9, 5).getTime())).toBe('Wed')
  expect(times.short(new Date(2026, 10, 3, 9, 5).getTime())).toBe('3 Nov')
})

it('writes dates in English, in the hours of the region', () => {
  expect(dateLocaleOf('en-US')).toBe('en-US')
  expect(dateLocaleOf('lv')).toBe('en-GB')
})

it('lets conversations come back in the morning, Monday being the next one', () => {
  const { tomorrow, monday, nextWeek, later } = snoozeTimes(now)
  expect(new Date(later).getHours()).toBe(13)
  expect(new Date(tomorrow)).toEqual(new Date(2026, 10, 21, 9))
  expect(new Date(monday)).toEqual(new Date(2026, 10, 23, 9))
  expect(new Date(nextWeek)).toEqual(new Date(2026, 10, 27, 9))
  expect(new Date(snoozeTimes(new Date(2026, 10, 23, 8).getTime()).monday)).toEqual(new Date(2026, 10, 30, 9))
})
