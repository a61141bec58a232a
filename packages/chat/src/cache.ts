import { keysWith, type Storage, type Write } from '@docent/core'
import type { Conversation, Message, VisitorEvent } from '@docent/protocol'
import type { ChatState, LocalEvent } from './state.ts'
import { type Summary, summaryKey } from './summary.ts'

/** Conversations and messages in storage, so that they are there at once, and offline. */
const conversationKey = ({ id }: { id: string }): string => `cache/chat/conversation/${id}`
const messageKey = ({ conversationId, id }: { conversationId: string; id: string }): string =>
  `cache/chat/message/${conversationId}/${id}`

export const summaryOf = ({ conversations }: ChatState): Summary => ({
  unread: conversations.reduce((sum, { unread }) => sum + unread, 0),
  open: conversations.some(({ status, canReply }) => status !== 'closed' && canReply),
})

const summaryWrite = (state: ChatState): Write => ({ key: summaryKey, value: summaryOf(state) })

export async function readCache(storage: Storage): Promise<LocalEvent> {
  const [conversations, messages] = await Promise.all([
    storage.read(keysWith('cache/chat/conversation/')),
    storage.read(keysWith('cache/chat/message/')),
  ])
  return {
    type: 'cache-restored',
    conversations: conversations.map(([, value]) => value as Conversation),
    messages: messages.map(([, value]) => value as Message),
  }
}

/** Everything that is known, for the moment the visitor's first act allows to store it. */
export const snapshot = (state: ChatState): readonly Write[] => [
  ...state.conversations.map((conversation) => ({ key: conversationKey(conversation), value: conversation })),
  ...Object.values(state.threads).flatMap(({ messages }) =>
    messages.map((message) => ({ key: messageKey(message), value: message })),
  ),
  summaryWrite(state),
]

/** What a batch of events changes in storage. */
export function changes(state: ChatState, events: readonly VisitorEvent[]): readonly Write[] {
  const writes = events.flatMap((event): Write[] => {
    switch (event.type) {
      case 'message-added':
      case 'message-changed':
        return [{ key: messageKey(event.message), value: event.message }]
      case 'message-removed':
        return [{ key: messageKey({ conversationId: event.conversationId, id: event.messageId }), value: undefined }]
      case 'conversation-changed':
        return [{ key: conversationKey(event.conversation), value: event.conversation }]
      default:
        return []
    }
  })
  return writes.length > 0 ? [...writes, summaryWrite(state)] : writes
}
