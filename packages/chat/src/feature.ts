import { type ConversationDraft, type Feature, once, readOne } from '@docent/core'
import { signal } from '@preact/signals-core'
import { chatLabels } from './labels.ts'
import type { ChatModel } from './model.ts'
import type { ChatOptions } from './options.ts'
import { type Summary, summaryKey } from './summary.ts'

export interface ChatApi {
  /** Sends a message: into the newest open conversation, or a new one. Resolves once it cannot be lost any more. */
  send(text: string): Promise<void>
  /** Opens the chat with a new conversation; `text` is put into the composer for the visitor to send. */
  start(draft?: ConversationDraft): void
}

/** The chat without a check of its options. */
export const chatFeature = (options: ChatOptions = {}): Feature<'chat', ChatApi> => ({
  name: 'chat',
  setup(context) {
    const t = context.translator(chatLabels)
    const unread = signal(0)
    const record = once(async () => (await import('./record.ts')).createRecord(context, unread))
    const model = once(
      async (): Promise<ChatModel> => (await import('./model.ts')).createModel(context, unread, record()),
    )
    const summary = readOne<Summary>(context.storage, summaryKey).then((stored) => {
      unread.value = stored?.unread ?? 0
      return stored
    })
    const view = (name: 'createView' | 'createCard') => async () => {
      const [loaded, views] = await Promise.all([model(), import('./view/index.tsx')])
      return views[name](context, loaded, options)
    }
    const start = ({ text }: ConversationDraft = {}): void => {
      if (text) model().then(({ drafts }) => drafts.set('new', text), context.report)
      context.open('chat', 'new')
    }
    context.services.provide({ startConversation: start, listen: record })
    return {
      api: { start, send: async (text: string) => (await (await model()).acts()).sendToNewest(text) },
      badge: unread,
      panel: { icon: 'chat', order: 20, label: () => t('chat.label'), load: view('createView') },
      homeCards: [{ id: 'chat', order: 20, load: view('createCard') }],
      /** An answer may come while the visitor is away. */
      wanted: async () => (await summary)?.open ?? false,
    }
  },
})
