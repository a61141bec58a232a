import type { Translate } from '@docent/core'
import { pastMessages } from '../past-messages.ts'
import { createTimes, type Times } from './time.ts'
import type { ViewContext } from './view-context.ts'

/** The chat's view with the words and times that what was said is told in. */
export interface PastView extends Omit<ViewContext, 't'> {
  readonly t: Translate<typeof pastMessages>
  readonly times: Times
}

export function withPast(view: ViewContext): PastView {
  const t = view.context.translator(pastMessages)
  return { ...view, t, times: createTimes(view.context, t) }
}
