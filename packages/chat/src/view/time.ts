import type { FeatureContext, Translate } from '@docent/core'
import type { pastMessages } from '../past-messages.ts'

type Texts = Translate<typeof pastMessages>

/** Times as people say them, in the visitor's language. */
export function createTimes({ locale, clock }: Pick<FeatureContext, 'locale' | 'clock'>, t: Texts) {
  const format = (at: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale.value, options).format(at)
  const time = (at: number): string => format(at, { hour: '2-digit', minute: '2-digit' })
  const daysAgo = (at: number): number => {
    const midnight = new Date(clock.now()).setHours(0, 0, 0, 0)
    return Math.ceil((midnight - at) / 86_400_000)
  }
  return {
    time,
    /** `Today, 10:38`, `Yesterday, 10:38`, `14 November, 10:38`. */
    dayAndTime(at: number): string {
      const days = daysAgo(at)
      if (days <= 0) return t('chat.today', { time: time(at) })
      if (days === 1) return t('chat.yesterday', { time: time(at) })
      return format(at, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })
    },
    /** For lists: the time today, the day before. */
    short: (at: number): string => (daysAgo(at) <= 0 ? time(at) : format(at, { day: 'numeric', month: 'short' })),
  }
}
export type Times = ReturnType<typeof createTimes>
