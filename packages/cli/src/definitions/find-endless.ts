import { durationMs } from '@docent/core/rules'
import type { GuideOptions } from '@docent/guide'
import type { Tell } from './problem.ts'

const dayMs = 86_400_000

/** What would come back before the visitor has had a day of rest from it. */
export function findEndless({ nudges = [] }: GuideOptions, tell: Tell): void {
  for (const { id, again } of nudges) {
    if (again === undefined) continue
    const pauseMs = durationMs(again)
    if (pauseMs === 0)
      tell('error', `The nudge “${id}” comes again at once, without end`, 'Give `again` a length, such as P30D')
    else if (pauseMs < dayMs)
      tell('warning', `The nudge “${id}” comes again after less than a day`, 'Give `again` a day or more, such as P30D')
  }
}
