import type {
  Ack,
  CommandId,
  Conversation,
  ConversationContext,
  Id,
  Message,
  RecordedEvent,
  StateEntry,
  Traits,
  VisitorEvent,
} from '@docent/protocol'

/** A conversation and all that belongs to it. */
export interface ConversationRecord {
  conversation: Conversation
  readonly visitorId: Id
  /** Oldest first; the `order` of a message is its index plus one. */
  readonly messages: Message[]
  readonly context?: ConversationContext
  /** How far the visitor has read: the `order` of a message. */
  readUpTo: number
  /** Grows with every change of any conversation: what lists are paged by. */
  change: number
}

export interface VisitorRecord {
  readonly id: Id
  readonly secret: string
  name?: string
  email?: string
  traits: Traits
  context?: ConversationContext
  readonly state: Map<string, { readonly entry: StateEntry; readonly change: number }>
  readonly recorded: RecordedEvent[]
  /** Answers by command id: what makes a repeated command have one effect. */
  readonly acks: Map<CommandId, Ack>
}

/** Everything the backend knows. */
export interface MemoryRecords {
  readonly visitors: Map<Id, VisitorRecord>
  readonly conversations: Map<Id, ConversationRecord>
  now(): number
  /** Ids are readable and never used twice: `message-3`. */
  nextId(kind: string): Id
  nextChange(): number
  /** Appends to the log and wakes the visitor's connections. */
  tell(visitorId: Id, event: VisitorEvent): void
}

export function createRecords(now: () => number, tell: MemoryRecords['tell']): MemoryRecords {
  let ids = 0
  let changes = 0
  return {
    visitors: new Map(),
    conversations: new Map(),
    now,
    nextId: (kind) => `${kind}-${++ids}`,
    nextChange: () => ++changes,
    tell,
  }
}
