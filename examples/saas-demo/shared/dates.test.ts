import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, daysLeft, formatDay, isDay, today } from './dates.ts'

describe('dates', () => {
  it('adds days over the end of a month and a year', () => {
    expect(addDays('2026-11-20', 14)).toBe('2026-12-04')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  })

  it('counts days in both directions', () => {
    expect(daysBetween('2026-11-20', '2026-11-23')).toBe(3)
    expect(daysBetween('2026-11-23', '2026-11-20')).toBe(-3)
  })

  it('refuses days that are not in the calendar', () => {
    expect(isDay('2026-02-29')).toBe(false)
    expect(isDay('2026-13-01')).toBe(false)
    expect(isDay('tomorrow')).toBe(false)
    expect(isDay('2026-11-28')).toBe(true)
  })

  it('names the year only when it is another one', () => {
    expect(formatDay('2026-11-28', 2026)).toBe('28 November')
    expect(formatDay('2027-01-02', 2026)).toBe('2 January 2027')
  })

  it('uses the local day', () => expect(today(new Date(2026, 10, 5, 23, 59))).toBe('2026-11-05'))

  it('counts the last started day of a trial', () => {
    expect(daysLeft(86_400_000, 0)).toBe(1)
    expect(daysLeft(86_400_001, 0)).toBe(2)
    expect(daysLeft(0, 1)).toBe(0)
  })
})
