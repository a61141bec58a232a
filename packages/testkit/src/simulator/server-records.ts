import type { Ack, CommandId, Conversation, Id, Message } from '@docent/protocol'

export interface ConversationRecord {
  conversation: Conversation
  visitorId: Id
  /** Oldest first; `order` is the index plus one. */
  messages: Message[]
  readUpTo: number
}

export interface VisitorRecord {
  readonly id: Id
  readonly secret: string
  /** The name by which the host signed them in. */
  readonly signedId?: string
  mergedInto?: Id
  readonly acks: Map<CommandId, Ack>
}

/** What the server knows. */
export interface ServerRecords {
  readonly visitors: Map<Id, VisitorRecord>
  readonly conversations: Map<Id, ConversationRecord>
}

export const textOf = ({ parts }: Pick<Message, 'parts'>): string =>
  parts.map((part) => (part.type === 'text' ? part.text : '')).join('')
