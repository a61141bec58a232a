import type { FeatureContext, Translate } from '@docent/core'
import type { chatMessages } from '../messages.ts'
import type { ChatModel } from '../model.ts'
import type { ChatOptions } from '../options.ts'
import type { Times } from './time.ts'

/** What every part of the chat's view is given. */
export interface ViewContext {
  readonly context: FeatureContext
  readonly model: ChatModel
  readonly options: ChatOptions
  readonly t: Translate<typeof chatMessages>
  readonly times: Times
}
