import type { Millis } from '@docent/protocol'
import { DateTime } from 'luxon'

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

/** When the team is there. */
export interface OfficeHours {
  /** IANA name, `Europe/Riga`. */
  readonly timeZone: string
  /** From and to, as a clock there shows it: `{ monday: [['09:00', '12:30'], ['13:00', '18:00']] }`. A day that is absent is off. */
  readonly week: { readonly [Day in Weekday]?: readonly (readonly [from: string, to: string])[] }
  /** Days off, ISO dates: `2026-12-24`. */
  readonly closedOn?: readonly string[]
}

interface Span {
  readonly start: Millis
  readonly end: Millis
}

/** Further ahead nobody plans. */
const maxDays = 120

/** The stretches of time in which the team is there, from the one that holds `from`, or comes after it. */
export function* openSpans({ timeZone, week, closedOn = [] }: OfficeHours, from: Millis): Generator<Span> {
  const today = DateTime.fromMillis(from, { zone: timeZone }).startOf('day')
  for (let offset = 0; offset < maxDays; offset += 1) {
    const day = today.plus({ days: offset })
    const weekday = weekdays[day.weekday - 1]
    if (!weekday || closedOn.includes(day.toISODate() ?? '')) continue
    for (const [opens, closes] of week[weekday] ?? []) {
      const span = { start: clockTime(day, opens), end: clockTime(day, closes) }
      if (span.end > from) yield span
    }
  }
}

/** `24:00` is the start of the next day; an hour that a change of clocks skips is the one after. */
function clockTime(day: DateTime, clock: string): Millis {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return (hour === 24 ? day.plus({ days: 1 }) : day.set({ hour, minute })).toMillis()
}
