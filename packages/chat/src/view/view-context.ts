import type { FeatureContext, Translate } from '@docent/core'
import type { Conversation } from '@docent/protocol'
import type { Lazy } from '@docent/ui/parts'
import type { chatMessages } from '../messages.ts'
import type { ChatModel } from '../model.ts'
import type { ChatOptions } from '../options.ts'
import type { Bubble } from '../thread.ts'

export interface PartsProps {
  readonly view: ViewContext
  readonly bubble: Bubble
}

/** What stands beside the field of the composer. */
export interface ComposerToolProps {
  readonly view: ViewContext
  /** Which draft it adds to. */
  readonly draft: string
  readonly field: { readonly current: HTMLTextAreaElement | null }
}

/** What stands between a conversation and its composer. */
export interface BesideProps {
  readonly view: ViewContext
  /** As the route has it: `new`, an id, or that of the command that starts it. */
  readonly id: string
  readonly conversation: Conversation | undefined
}

/** What every part of the chat's view is given. */
export interface ViewContext {
  readonly context: FeatureContext
  readonly model: ChatModel
  readonly options: ChatOptions
  readonly t: Translate<typeof chatMessages>
  /** What draws what was said: one chunk, which comes when the chat stands. */
  readonly Thread: Lazy<{ readonly view: ViewContext; readonly id: string }>
  readonly ConversationList: Lazy<{ readonly view: ViewContext }>
  readonly LastConversation: Lazy<{ readonly view: ViewContext }>
  /** What only some conversations need, each in a chunk of its own. */
  readonly MessageParts: Lazy<PartsProps>
  readonly ComposerTools: Lazy<ComposerToolProps>
  readonly Beside: Lazy<BesideProps>
}

/** Something was said already, or is on its way. */
export const hasPast = ({ state, link }: ChatModel): boolean =>
  state.value.conversations.length > 0 || link.outbox.value.some(({ command }) => command.name === 'conversation-start')

/** Used where the backend has not told its own limit yet. */
const assumedMaxLength = 10_000

/** How many characters a text has too many; less than 0: it may grow. */
export const overLimit = ({ link }: ChatModel, text: string): number =>
  text.length - (link.capabilities.value?.maxTextLength ?? assumedMaxLength)
