import {
  type Ack,
  type Command,
  type ConversationRef,
  type Message,
  TransportError,
  type VisitorVocabulary,
} from '@docent/protocol'
import type { Server } from './server.ts'
import type { ConversationRecord, VisitorRecord } from './server-records.ts'

interface Hands extends Pick<Server, 'conversations' | 'changeConversation' | 'tell'> {
  addMessage(record: ConversationRecord, rest: Pick<Message, 'author' | 'parts' | 'state' | 'commandId'>): Message
  now(): number
}

/** Does what a visitor asks. */
export function applyCommand(hands: Hands, visitor: VisitorRecord, command: Command<VisitorVocabulary>): Ack {
  const { conversations, changeConversation, addMessage, tell, now } = hands
  const find = (to: ConversationRef): ConversationRecord => {
    for (const record of conversations.values()) {
      const { id, commandId } = record.conversation
      if (record.visitorId === visitor.id && ('id' in to ? id === to.id : commandId === to.startedBy)) return record
    }
    throw new TransportError('not-found', 'The visitor has no such conversation')
  }
  switch (command.name) {
    case 'conversation-start': {
      const id = `conversation-${conversations.size + 1}`
      const times = { startedAt: now(), changedAt: now() }
      const conversation = { id, commandId: command.id, status: 'open', canReply: true, unread: 0, ...times } as const
      const record: ConversationRecord = { conversation, visitorId: visitor.id, messages: [], readUpTo: 0 }
      conversations.set(id, record)
      changeConversation(record, {})
      return { settled: 'stored', result: { conversationId: id } }
    }
    case 'message-send': {
      const author = { kind: 'visitor', id: visitor.id } as const
      const { parts, to } = command.input
      const message = addMessage(find(to), { author, parts, state: 'done', commandId: command.id })
      const { id: messageId, conversationId, order, sentAt } = message
      return { settled: 'stored', result: { messageId, conversationId, order, sentAt } }
    }
    case 'conversation-read': {
      const record = find(command.input.to)
      const { upTo } = command.input
      if (upTo > record.readUpTo) {
        record.readUpTo = upTo
        const { id: conversationId } = record.conversation
        tell(visitor.id, { type: 'receipt-changed', conversationId, by: 'visitor', kind: 'read', upTo })
        changeConversation(record, {})
      }
      return { settled: 'stored', result: {} }
    }
    case 'visitor-update':
    case 'visitor-state-put':
    case 'events-record':
      return { settled: 'stored', result: {} }
    default:
      throw new TransportError('unsupported', `No command ${command.name}`)
  }
}
