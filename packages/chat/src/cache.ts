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

export async function readCache(storage: Storage): Promise<LocalEvent & { readonly type: 'cache-restored' }> {
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

const conversationWrite = (value: Conversation): Write => ({ key: conversationKey(value), value })
const messageWrite = (value: Message): Write => ({ key: messageKey(value), value })

/** Everything that is known, for the moment the visitor's first act allows to store it. */
export const snapshot = (state: ChatState): readonly Write[] => [
  ...state.conversations.map(conversationWrite),
  ...Object.values(state.threads).flatMap(({ messages }) => messages.map(messageWrite)),
  summaryWrite(state),
]

/** What a batch of events changes in storage. */
export function changes(state: ChatState, events: readonly VisitorEvent[]): readonly Write[] {
  const writes = events.flatMap((event): Write[] => {
    if ('message' in event) return [messageWrite(event.message)]
    if ('conversation' in event) return [conversationWrite(event.conversation)]
    if (event.type !== 'message-removed') return []
    return [{ key: messageKey({ conversationId: event.conversationId, id: event.messageId }), value: undefined }]
  })
  return writes[0] ? [...writes, summaryWrite(state)] : writes
}
