import type { Translate } from '@docent/core'
import type { inboxMessages } from './messages.ts'

type Texts = Translate<typeof inboxMessages>

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Times as people say them. */
export type Times = ReturnType<typeof createTimes>

/** @param locale for dates and times: the words are English, the hours as this person is used to. */
export function createTimes(locale: string, now: () => number, t: Texts) {
  // Not every number is a time, and not all that looks like a date is one.
  const format = (at: number, options: Intl.DateTimeFormatOptions): string =>
    Number.isNaN(new Date(at).getTime()) ? '' : new Intl.DateTimeFormat(locale, options).format(at)
  const time = (at: number): string => format(at, { hour: 'numeric', minute: '2-digit' })
  /** Whole days between two dates, 0 for the same one. */
  const daysAgo = (at: number): number =>
    Math.round((new Date(now()).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / dayMs)
  const date = (at: number): string => {
    const isThisYear = new Date(at).getFullYear() === new Date(now()).getFullYear()
    return format(at, { day: 'numeric', month: 'short', ...(!isThisYear && { year: 'numeric' }) })
  }
  return {
    time,
    date,
    /** `Today, 10:38`, `Yesterday, 10:38`, `14 Nov, 10:38`. */
    dayAndTime(at: number): string {
      const days = daysAgo(at)
      if (days <= 0) return t('time.today', { time: time(at) })
      if (days === 1) return t('time.yesterday', { time: time(at) })
      return `${date(at)}, ${time(at)}`
    },
    /** For lists: the time today, the weekday within a week, then the day. */
    short(at: number): string {
      const days = daysAgo(at)
      if (days <= 0) return time(at)
      return days < 7 ? format(at, { weekday: 'short' }) : date(at)
    },
    /** For what is yet to come: the time today, else day and time. */
    until(at: number): string {
      const days = -daysAgo(at)
      if (days <= 0) return time(at)
      return days < 7 ? `${format(at, { weekday: 'short' })} ${time(at)}` : date(at)
    },
    ago(at: number): string {
      const passedMs = now() - at
      if (passedMs < minuteMs) return t('time.ago-moment')
      if (passedMs < hourMs) return t('time.ago-minutes', { count: Math.floor(passedMs / minuteMs) })
      const days = daysAgo(at)
      return days < 2 ? this.dayAndTime(at) : date(at)
    },
    /** How long somebody has been waiting for an answer, exactly. */
    waiting(since: number): string {
      const passedMs = Math.max(0, now() - since)
      const minutes = Math.floor(passedMs / minuteMs)
      if (minutes < 1) return t('wait.moment')
      if (minutes < 60) return t('wait.minutes', { count: minutes })
      if (passedMs >= dayMs) return t('wait.days', { count: Math.floor(passedMs / dayMs) })
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
      return rest === 0 ? t('wait.full-hours', { hours }) : t('wait.hours', { hours, minutes: rest })
    },
  }
}

/** Longer than this, and waiting is marked, in ms. */
export const longWaitMs = 15 * minuteMs

/** The English of the person's region, so that words and hours belong together. */
export const dateLocaleOf = (language: string): string => (language.startsWith('en') ? language : 'en-GB')
