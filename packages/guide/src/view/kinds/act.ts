import type { FeatureContext } from '@docent/core'
import type { Action } from '@docent/protocol'
import { runnerOf } from '../../run-action.ts'
import { kindMessages } from './messages.ts'

export interface Act {
  readonly label: string
  press(): void
}
export type ActContext = Pick<FeatureContext, 'navigate' | 'open' | 'services' | 'actions' | 'translator'>

const labels = { page: 'show', guide: 'show', article: 'read', chat: 'ask', run: 'show' } as const

/** One more button: what it says and does. `undefined` where the feature that it needs is not installed. */
export function actOf(context: ActContext, action: Action | undefined): Act | undefined {
  const press = runnerOf(context, action)
  return press && action && { press, label: action.label ?? context.translator(kindMessages)(labels[action.kind]) }
}
