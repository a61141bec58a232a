import { combine, durationMs } from './evaluate.ts'
import type { Facts, Finding, Rule, Verdict } from './rule.ts'

type TimeRule = Extract<Rule, { kind: 'time' }>
const weekdays = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Whether the moment, in ms since 1970, is one that the rule asks for. */
export function timeFinding(rule: TimeRule, now: number, facts: Facts): Finding {
  const { from, until, since } = rule
  const verdicts: Verdict[] = []
  if (from) verdicts.push(now >= Date.parse(from))
  if (until) verdicts.push(now < Date.parse(until))
  if (rule.days || rule.between) verdicts.push(onTheClock(rule, now))
  if (since) verdicts.push(sinceThen(rule, now, facts.trait(since)))
  return {
    seen: new Date(now).toISOString(),
    verdict: combine(
      verdicts.map((verdict) => ({ verdict })),
      false,
    ),
  }
}

/** Day and time of day as the clocks of the time zone show them. A zone that the browser does not know tells nothing. */
function onTheClock({ days, between, timeZone }: TimeRule, now: number): Verdict {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      ...{ weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
      ...(timeZone && { timeZone }),
    }).formatToParts(now)
    const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
    const clock = `${part('hour')}:${part('minute')}`
    const [start = '00:00', end = '24:00'] = between ?? []
    const isBetween = start <= end ? start <= clock && clock < end : start <= clock || clock < end
    return isBetween && (!days || days.includes(weekdays.indexOf(part('weekday'))))
  } catch {
    return 'unknown'
  }
}

function sinceThen({ atLeast, within }: TimeRule, now: number, value: unknown): Verdict {
  const then = typeof value === 'string' ? Date.parse(value) : value
  if (typeof then !== 'number' || !Number.isFinite(then)) return 'unknown'
  const age = now - then
  return age >= (atLeast ? durationMs(atLeast) : 0) && age < (within ? durationMs(within) : Infinity)
}
