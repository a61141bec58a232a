import { expect, test } from 'vitest'
import { formatReplyTime, replyMessages } from './reply-time.ts'

const now = Date.parse('2026-11-20T17:00Z')
const translate: Parameters<typeof formatReplyTime>[1] = (key, values) =>
  replyMessages[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
const say = (reply: Parameters<typeof formatReplyTime>[0], locale = 'en-GB', timeZone = 'Europe/Riga') =>
  formatReplyTime(reply, translate, locale, now, timeZone).replaceAll(/\s+/g, ' ')

test('a duration is told in its largest unit', () => {
  expect(say({ withinMinutes: 1 })).toBe('Usually within 1 minute')
  expect(say({ withinMinutes: 45 })).toBe('Usually within 45 minutes')
  expect(say({ withinMinutes: 120 })).toBe('Usually within 2 hours')
  expect(say({ withinMinutes: 80 })).toBe('Usually within 1.5 hours')
  expect(say({ withinMinutes: 3 * 24 * 60 })).toBe('Usually within 3 days')
  expect(say({ withinMinutes: 120 }, 'lv')).toContain('2 stundas')
})

test('an instant is told in the time zone of whoever reads it, with its day when that is not today', () => {
  const monday = Date.parse('2026-11-23T07:00Z')
  expect(say({ backAt: monday })).toMatch(/^Back Monday (at )?0?9:00$/)
  expect(say({ backAt: monday }, 'en-US', 'America/New_York')).toMatch(/^Back Monday (at )?2:00 AM$/)
  expect(say({ backAt: monday }, 'en-US', 'America/Los_Angeles')).toMatch(/^Back Sunday (at )?11:00 PM$/)
  expect(say({ byAt: now + 3_600_000 })).toBe('Usually by 20:00')
  expect(say({ backAt: monday + 7 * 24 * 3_600_000 })).toMatch(/^Back Monday,? 30 November (at )?0?9:00$/)
})

test('nothing is said when nothing is known', () => {
  expect(say({})).toBe('')
})
