import {
  type Command,
  type CommandId,
  type ConversationRef,
  type Json,
  mergeStateEntry,
  type StateEntry,
  TransportError,
  type VisitorCommands,
  type VisitorVocabulary,
} from '@docent/protocol'
import { addMessage, changeConversation } from './changes.ts'
import type { ConversationRecord, MemoryRecords, VisitorRecord } from './records.ts'

type Input<N extends keyof VisitorCommands> = VisitorCommands[N]['input']

/** Does what a visitor's command asks, and answers with its result. */
export function perform(records: MemoryRecords, visitor: VisitorRecord, command: Command<VisitorVocabulary>): Json {
  const find = (to: ConversationRef): ConversationRecord => findConversation(records, visitor, to)
  switch (command.name) {
    case 'conversation-start':
      return start(records, visitor, command.id, command.input)
    case 'message-send': {
      const author = { kind: 'visitor', id: visitor.id, ...(visitor.name ? { name: visitor.name } : {}) } as const
      const message = addMessage(records, find(command.input.to), author, command.input.parts, command.id)
      const { id: messageId, conversationId, order, sentAt } = message
      return { messageId, conversationId, order, sentAt }
    }
    case 'conversation-read':
      return read(records, find(command.input.to), command.input)
    case 'conversation-rate': {
      const { to, ...rating } = command.input
      const record = find(to)
      changeConversation(records, record, {
        rating: { ...record.conversation.rating, ...rating, ratedAt: records.now() },
      })
      return {}
    }
    case 'conversation-close':
      changeConversation(records, find(command.input.to), { status: 'closed' })
      return {}
    case 'conversation-reopen':
      changeConversation(records, find(command.input.to), { status: 'open' })
      return {}
    case 'visitor-update': {
      const { traits, ...rest } = command.input
      Object.assign(visitor, rest, { traits: { ...visitor.traits, ...traits } })
      return {}
    }
    case 'visitor-state-put':
      return putState(records, visitor, command.input.entries)
    case 'events-record':
      visitor.recorded.push(...command.input.events)
      return {}
    case 'visitor-erase':
      return erase(records, visitor)
    default:
      throw new TransportError('unsupported', `The memory backend does not know the command ${command.name}`)
  }
}

function findConversation(records: MemoryRecords, visitor: VisitorRecord, to: ConversationRef): ConversationRecord {
  for (const record of records.conversations.values()) {
    const { id, commandId } = record.conversation
    const named = 'id' in to ? id === to.id : commandId === to.startedBy
    if (named && record.visitorId === visitor.id) return record
  }
  throw new TransportError('not-found', 'The visitor has no such conversation')
}

function start(
  records: MemoryRecords,
  visitor: VisitorRecord,
  commandId: CommandId,
  { title, context }: Input<'conversation-start'>,
): Json {
  const id = records.nextId('conversation')
  const now = records.now()
  const record: ConversationRecord = {
    visitorId: visitor.id,
    messages: [],
    readUpTo: 0,
    change: 0,
    ...(context ? { context } : {}),
    conversation: {
      id,
      commandId,
      status: 'open',
      canReply: true,
      unread: 0,
      startedAt: now,
      changedAt: now,
      ...(title === undefined ? {} : { title }),
    },
  }
  records.conversations.set(id, record)
  changeConversation(records, record, {})
  return { conversationId: id }
}

function read(records: MemoryRecords, record: ConversationRecord, { upTo }: Input<'conversation-read'>): Json {
  if (upTo > record.readUpTo) {
    record.readUpTo = upTo
    const conversationId = record.conversation.id
    records.tell(record.visitorId, { type: 'receipt-changed', conversationId, by: 'visitor', kind: 'read', upTo })
    changeConversation(records, record, {})
  }
  return {}
}

function putState(records: MemoryRecords, visitor: VisitorRecord, entries: readonly StateEntry[]): Json {
  const merged = entries.map((entry) => {
    const known = visitor.state.get(entry.key)
    const winner = known ? mergeStateEntry(known.entry, entry) : entry
    visitor.state.set(entry.key, { entry: winner, change: records.nextChange() })
    return winner
  })
  records.tell(visitor.id, { type: 'state-changed', entries: merged })
  return {}
}

function erase(records: MemoryRecords, visitor: VisitorRecord): Json {
  for (const [id, record] of records.conversations)
    if (record.visitorId === visitor.id) records.conversations.delete(id)
  records.visitors.delete(visitor.id)
  records.tell(visitor.id, { type: 'session-changed' })
  return {}
}
