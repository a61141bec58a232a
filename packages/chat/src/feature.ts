import { type ConversationDraft, type Feature, once, readOne } from '@docent/core'
import { signal } from '@preact/signals-core'
import { chatLabels } from './labels.ts'
import type { ChatOptions } from './options.ts'
import { type Summary, summaryKey } from './summary.ts'
import type { LoadedChat } from './view/index.tsx'

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
    const unread = signal(0)
    const record = once(async () => (await import('./record.ts')).createRecord(context, unread, options, chat))
    const chat = once(
      async (): Promise<LoadedChat> => (await import('./view/index.tsx')).loadChat(context, unread, record(), options),
    )
    const isOpen = readOne<Summary>(context.storage, summaryKey).then((stored) => {
      unread.value = stored?.unread ?? 0
      return !!stored?.open
    })
    const view = (name: 'createView' | 'createCard') => async () => (await chat())[name]()
    const acts = async () => (await chat()).acts()
    const start = (draft: ConversationDraft = {}): void => {
      acts().then(({ begin }) => begin(draft), context.report)
      if (!draft.isSent) context.open('chat', 'new')
    }
    context.services.provide({ startConversation: start, listen: record })
    return {
      api: { start, send: async (text: string) => (await acts()).sendToNewest(text) },
      badge: unread,
      panel: {
        icon: 'chat',
        order: 20,
        label: () => context.translator(chatLabels)('chat.label'),
        load: view('createView'),
      },
      homeCards: [{ id: 'chat', order: 20, load: view('createCard') }],
      /** An answer may come while the visitor is away. */
      wanted: () => isOpen,
    }
  },
})
