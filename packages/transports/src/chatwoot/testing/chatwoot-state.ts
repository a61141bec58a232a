import type { WireMessage } from '../wire.ts'

export interface Contact {
  readonly sourceId: string
  readonly pubsubToken: string
}
export interface Stored {
  readonly id: number
  readonly contact: Contact
  readonly messages: (WireMessage & { readonly private: boolean })[]
  seenAt: number
  status: string
}
export interface NewMessage {
  readonly type: 0 | 1
  readonly content: string
  readonly echoId?: string
  readonly isNote?: boolean
}

/** What Chatwoot knows: ids of messages are serial over all conversations, times are whole seconds. */
export interface ChatwootState {
  readonly contacts: Map<string, Contact>
  readonly conversations: Map<number, Stored>
  /** Who listens, by token. */
  readonly streams: Map<string, Set<(message: object) => void>>
  broadcast(contact: Contact, event: string, data: object): void
  add(conversation: Stored, message: NewMessage): WireMessage
  find(id: string): Stored
}

export const nowInSeconds = (): number => Math.floor(Date.now() / 1000)

export function createChatwootState(): ChatwootState {
  const conversations: ChatwootState['conversations'] = new Map()
  const streams: ChatwootState['streams'] = new Map()
  let lastId = 0
  const broadcast: ChatwootState['broadcast'] = ({ pubsubToken }, event, data) => {
    for (const tell of streams.get(pubsubToken) ?? []) tell({ event, data })
  }
  return {
    contacts: new Map(),
    conversations,
    streams,
    broadcast,
    add(conversation, { type, content, echoId, isNote = false }) {
      lastId += 1
      const message = {
        ...{ id: lastId, content, message_type: type, content_type: 'text', private: isNote },
        ...{ created_at: nowInSeconds(), conversation_id: conversation.id },
        sender: type === 1 ? { id: 1, name: 'Ada', type: 'user' } : { id: 2, name: 'visitor', type: 'contact' },
      }
      conversation.messages.push(message)
      const told = { ...message, updated_at: new Date().toISOString(), ...(echoId && { echo_id: echoId }) }
      if (!isNote) broadcast(conversation.contact, 'message.created', told)
      return message
    },
    find(id) {
      const conversation = conversations.get(Number(id))
      if (!conversation) throw new Error(`There is no conversation ${id}`)
      return conversation
    },
  }
}
