import {
  type Author,
  type CommandId,
  type Conversation,
  type Message,
  type MessagePart,
  maxTextLength,
  TransportError,
} from '@docent/protocol'
import { memoryCapabilities } from './capabilities.ts'
import type { ConversationRecord, MemoryRecords } from './records.ts'

/** Adds a message and tells the visitor. A message to a closed conversation opens it again. */
export function addMessage(
  records: MemoryRecords,
  record: ConversationRecord,
  author: Author,
  parts: readonly MessagePart[],
  commandId?: CommandId,
): Message {
  checkParts(parts)
  const message: Message = {
    id: records.nextId('message'),
    conversationId: record.conversation.id,
    ...(commandId === undefined ? {} : { commandId }),
    author,
    parts,
    sentAt: records.now(),
    order: record.messages.length + 1,
    revision: 1,
    state: 'done',
  }
  record.messages.push(message)
  if (author.kind === 'visitor') record.readUpTo = message.order
  records.tell(record.visitorId, { type: 'message-added', message })
  changeConversation(records, record, {
    status: 'open',
    excerpt: wordsOf(parts).slice(0, 120),
    lastAuthor: author,
    ...(author.kind === 'agent' ? { agent: author, readByAgents: message.order } : {}),
  })
  return message
}

/** Changes a conversation, counts what is unread and tells the visitor. */
export function changeConversation(
  records: MemoryRecords,
  record: ConversationRecord,
  change: Partial<Conversation>,
): void {
  const unread = record.messages.filter(({ author, order }) => author.kind !== 'visitor' && order > record.readUpTo)
  record.conversation = { ...record.conversation, ...change, unread: unread.length, changedAt: records.now() }
  record.change = records.nextChange()
  records.tell(record.visitorId, { type: 'conversation-changed', conversation: record.conversation })
}

function checkParts(parts: readonly MessagePart[]): void {
  if (parts.length === 0) throw new TransportError('invalid', 'A message needs at least one part')
  for (const part of parts) {
    if (!memoryCapabilities.parts.includes(part.type))
      throw new TransportError('unsupported', `The memory backend takes no parts of the type ${part.type}`)
    if (part.type === 'text' && part.text.length > maxTextLength)
      throw new TransportError('too-large', `A text has at most ${maxTextLength} characters; send several messages`)
  }
}

/** What parts say, as plain text. */
export function wordsOf(parts: readonly MessagePart[]): string {
  const texts = parts.map((part) => {
    if (part.type === 'text') return part.text
    if (part.type === 'custom') return part.fallback
    return 'title' in part ? part.title : ''
  })
  return texts.filter(Boolean).join(' ')
}
