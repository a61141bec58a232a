import type { ReplyTime } from '@docent/protocol'

export const replyMessages = {
  'reply.within': 'Usually within {duration}',
  'reply.by': 'Usually by {time}',
  'reply.back': 'Back {time}',
} as const

type Words = (key: keyof typeof replyMessages, values: Readonly<Record<string, string>>) => string

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * When a person answers, in words and exact: "Usually within 2 hours", "Back Monday at 9:00". Empty when nothing is known.
 * @param timeZone default: the browser's
 * @example formatReplyTime(reply, context.translator(replyMessages), 'lv')
 */
export function formatReplyTime(
  { withinMinutes, byAt, backAt }: ReplyTime,
  t: Words,
  locale: string,
  now: number = Date.now(),
  timeZone?: string,
): string {
  if (withinMinutes !== undefined) return t('reply.within', { duration: formatDuration(withinMinutes, locale) })
  const at = byAt ?? backAt
  // Absent, or nothing that a date can hold.
  if (at === undefined || !(Math.abs(at) <= 8.64e15)) return ''
  const time = formatInstant(at, locale, now, timeZone)
  return byAt === undefined ? t('reply.back', { time }) : t('reply.by', { time })
}

/** In the largest unit that tells it to the half: 90 minutes are 1.5 hours, 50 minutes stay. */
function formatDuration(minutes: number, locale: string): string {
  const hours = Math.ceil(minutes / 30) / 2
  const [value, unit] =
    minutes < 60 ? [minutes, 'minute'] : hours < 48 ? [hours, 'hour'] : [Math.ceil(hours / 12) / 2, 'day']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}

/** The time alone today, with the day of the week within six days, with the date after that. */
function formatInstant(at: number, locale: string, now: number, timeZone: string | undefined): string {
  const zone = timeZone === undefined ? {} : { timeZone }
  const day = (instant: number) => new Intl.DateTimeFormat('en', { dateStyle: 'short', ...zone }).format(instant)
  const options: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit', ...zone }
  if (day(at) !== day(now)) options.weekday = 'long'
  if (at - now > 6 * dayMs) Object.assign(options, { day: 'numeric', month: 'long' })
  return new Intl.DateTimeFormat(locale, options).format(at)
}
