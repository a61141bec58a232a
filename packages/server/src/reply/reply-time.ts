import type { Millis, ReplyTime } from '@docent/protocol'
import { openSpans } from './office-hours.ts'
import type { ReplyOptions, ReplyRule } from './reply-options.ts'

/** What the rules ask about a visitor. */
export interface Asker {
  readonly plan?: string | undefined
  readonly stage?: string | undefined
}

const minuteMs = 60_000
/** An instant is told in quarters of an hour: more would be a promise that nobody made. */
const roundMs = 15 * minuteMs

/** When a visitor gets an answer to what they write now. `undefined`: the hours name no time to come. */
export function replyTimeAt(options: ReplyOptions, asker: Asker, now: Millis): ReplyTime | undefined {
  const rule = options.rules?.find((each) => fits(each, asker))
  const { withinMinutes } = rule ?? options
  if (!options.hours) return { withinMinutes }
  let left = withinMinutes * minuteMs
  let isFirst = true
  for (const { start, end } of openSpans(options.hours, now)) {
    if (isFirst && start > now) return { backAt: start }
    const begin = Math.max(start, now)
    if (left <= end - begin)
      return isFirst ? { withinMinutes } : { byAt: Math.ceil((begin + left) / roundMs) * roundMs }
    left -= end - begin
    isFirst = false
  }
  return undefined
}

const fits = ({ plan, stage }: ReplyRule, asker: Asker): boolean =>
  matches(plan, asker.plan) && matches(stage, asker.stage)

const matches = (wanted: string | readonly string[] | undefined, value: string | undefined): boolean =>
  wanted === undefined || (value !== undefined && [wanted].flat().includes(value))
