/** A calendar day, `2026-11-28`: invoices know days, not hours. */
export type Day = string

const dayMs = 86_400_000

export function today(now = new Date()): Day {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && toMs(text) > 0 && fromMs(toMs(text)) === text
}

export function addDays(day: Day, days: number): Day {
  return fromMs(toMs(day) + days * dayMs)
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toMs(to) - toMs(from)) / dayMs)
}

/** `28 November`, with the year when it is not this one. */
export function formatDay(day: Day, thisYear = new Date().getFullYear()): string {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', timeZone: 'UTC' }
  if (!day.startsWith(`${thisYear}-`)) options.year = 'numeric'
  return new Intl.DateTimeFormat('en-GB', options).format(toMs(day))
}

/** Whole days until an instant, counted up: 1 until the last minute, 0 after it. */
export function daysLeft(untilMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((untilMs - nowMs) / dayMs))
}

function toMs(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function fromMs(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10)
}
