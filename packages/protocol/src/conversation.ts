import type { Author } from './message.ts'
import type { CommandId, Id, Millis } from './primitives.ts'

export type ConversationStatus = 'open' | 'snoozed' | 'closed'

/** One exchange between a visitor and the team, as the visitor sees it. */
export interface Conversation {
  readonly id: Id
  /** The command that started it, when it came from one. */
  readonly commandId?: CommandId
  readonly title?: string
  readonly status: ConversationStatus
  /** `false`: the backend takes no more messages here; the widget offers a new conversation. */
  readonly canReply: boolean
  /** Messages by others that the visitor has not read. */
  readonly unread: number
  readonly startedAt: Millis
  readonly changedAt: Millis
  /** The start of the newest message, at most 120 characters, for lists. */
  readonly excerpt?: string
  /** Who wrote the newest message. */
  readonly lastAuthor?: Author
  /** The agent who has answered last. */
  readonly agent?: Author
  /** How far the other side has read: the `order` of a message. */
  readonly readByAgents?: number
}

/** A conversation that may not exist on the backend yet: named by its id, or by the command that will create it. */
export type ConversationRef = { readonly id: Id } | { readonly startedBy: CommandId }
