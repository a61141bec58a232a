import type { FeatureContext, Translate } from '@docent/core'
import type { Conversation } from '@docent/protocol'
import type { ComponentChildren, FunctionComponent } from 'preact'
import type { chatMessages } from '../messages.ts'
import type { ChatModel } from '../model.ts'
import type { ChatOptions } from '../options.ts'
import type { Bubble } from '../thread.ts'
import type { Times } from './time.ts'

export interface PartsProps {
  readonly view: ViewContext
  readonly bubble: Bubble
}

type Lazy<Props> = FunctionComponent<Props & { readonly meanwhile?: ComponentChildren }>

/** What every part of the chat's view is given. */
export interface ViewContext {
  readonly context: FeatureContext
  readonly model: ChatModel
  readonly options: ChatOptions
  readonly t: Translate<typeof chatMessages>
  readonly times: Times
  /** What only some conversations need, each in a chunk of its own. */
  readonly MessageParts: Lazy<PartsProps>
  readonly Ending: Lazy<{ readonly view: ViewContext; readonly conversation: Conversation }>
  readonly Suggestions: Lazy<{ readonly view: ViewContext }>
}
