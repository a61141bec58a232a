import type { FeatureContext } from '@docent/core'
import { lazily } from '@docent/ui/parts'
import { chatMessages } from '../messages.ts'
import type { ChatModel } from '../model.ts'
import type { ChatOptions } from '../options.ts'
import type { ViewContext } from './view-context.ts'

/** The view of a model, with what few conversations need in chunks of their own. */
export const contextOf = (context: FeatureContext, model: ChatModel, options: ChatOptions): ViewContext => {
  const t = context.translator(chatMessages)
  return {
    ...{ context, model, options, t },
    Thread: lazily(async () => (await import('./past.ts')).Thread, context.report),
    ConversationList: lazily(async () => (await import('./past.ts')).ConversationList, context.report),
    LastConversation: lazily(async () => (await import('./past.ts')).LastConversation, context.report),
    MessageParts: lazily(async () => (await import('./parts/MessageParts.tsx')).MessageParts, context.report),
    ComposerTools: lazily(async () => (await import('./compose/ComposerTools.tsx')).ComposerTools, context.report),
    Beside: lazily(async () => (await import('./beside/Beside.tsx')).Beside, context.report),
  }
}
