import { type ConversationDraft, type Feature, type FeatureContext, once, readOne } from '@docent/core'
import { signal } from '@preact/signals-core'
import { chatLabels } from './labels.ts'
import type { ChatModel } from './model.ts'
import { type ChatOptions, checkChatOptions } from './options.ts'
import { type Summary, summaryKey } from './summary.ts'

export interface ChatApi {
  /** Sends a message: into the newest open conversation, or a new one. Resolves once it cannot be lost any more. */
  send(text: string): Promise<void>
  /** Opens the chat with a new conversation; `text` is put into the composer for the visitor to send. */
  start(draft?: ConversationDraft): void
}

/**
 * Live chat with a team: conversations, delivery that is told honestly, unread marks.
 * @example createDocent({ transport, features: [chat()] })
 */
export function chat(options: ChatOptions = {}): Feature<'chat', ChatApi> {
  checkChatOptions(options)
  return { name: 'chat', setup: (context) => setup(context, options) }
}

function setup(context: FeatureContext, options: ChatOptions) {
  const t = context.translator(chatLabels)
  const unread = signal(0)
  const model = once(async (): Promise<ChatModel> => (await import('./model.ts')).createModel(context, unread))
  const summary = readOne<Summary>(context.storage, summaryKey).then((stored) => {
    if (stored) unread.value = stored.unread
    return stored
  })
  const view = async () => {
    const [loaded, { createView }] = await Promise.all([model(), import('./view/index.tsx')])
    return createView(context, loaded, options)
  }
  const card = async () => {
    const [loaded, { createCard }] = await Promise.all([model(), import('./view/index.tsx')])
    return createCard(context, loaded)
  }
  const start = (draft: ConversationDraft = {}): void => {
    const { text } = draft
    if (text) void model().then(({ drafts }) => drafts.set('new', text), context.report)
    context.open('chat', 'new')
  }
  context.services.provide({ startConversation: start })
  return {
    api: {
      start,
      async send(text: string) {
        const { send, state } = await model()
        await send(state.peek().conversations.find(({ status }) => status !== 'closed')?.id ?? 'new', text)
      },
    },
    badge: unread,
    panel: { icon: 'chat', order: 20, label: () => t('chat.label'), load: view },
    homeCards: [{ id: 'chat', order: 20, load: card }],
    /** An answer may come while the visitor is away. The model is wanted too: it counts what comes. */
    async wanted() {
      const wanted = (await summary)?.open ?? false
      if (wanted) void model().catch(context.report)
      return wanted
    },
  }
}
