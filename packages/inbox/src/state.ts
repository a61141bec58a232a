import type {
  Agent,
  AgentConversation,
  AgentEvent,
  Author,
  CommandId,
  ConversationReason,
  Cursor,
  Id,
  Message,
  MessagePart,
  VisitorProfile,
} from '@docent/protocol'
import type { ListName } from './lists.ts'

/** What is known of one conversation's messages, oldest first. */
export interface Thread {
  readonly messages: readonly Message[]
  /** Where earlier messages go on; absent: the beginning is here, or nothing was fetched yet. */
  readonly older?: Cursor
  /** The newest page was fetched, and events go on from there. */
  readonly loaded: boolean
  readonly failed?: Failure
}

/** `missing`: there is no such thing, or not for this agent. `failed`: asking again may help. */
export type Failure = 'missing' | 'failed'

/** How far one list was fetched. What is in it follows from the conversations. */
export interface ListProgress {
  readonly loaded: boolean
  readonly older?: Cursor
  readonly failed?: Failure
}

/** Sent and durable on the backend, but not seen back as a message yet. */
export interface Accepted {
  readonly commandId: CommandId
  readonly conversationId: Id
  readonly parts: readonly MessagePart[]
  readonly at: number
}

/** The news that somebody is writing; kept as it came, so that only its own end takes it away. */
export type Typing = Extract<AgentEvent, { type: 'typing-changed' }>

/** Conversations that the backend found for the words in the filter. */
export interface Found {
  readonly text: string
  readonly ids: readonly Id[]
}

export interface InboxState {
  readonly conversations: Readonly<Record<Id, AgentConversation>>
  readonly lists: Readonly<Partial<Record<ListName, ListProgress>>>
  readonly threads: Readonly<Record<Id, Thread>>
  readonly visitors: Readonly<Record<Id, VisitorProfile>>
  readonly agents: readonly Agent[]
  readonly accepted: readonly Accepted[]
  /** By conversation. */
  readonly typing: Readonly<Record<Id, Typing>>
  /** By conversation: the newest order that its visitor is known to have read. */
  readonly readByVisitor: Readonly<Record<Id, number>>
  /** By conversation: the newest order that was on this screen. */
  readonly seen: Readonly<Record<Id, number>>
  readonly found?: Found
  /** How often events were missed: what is on the screen is asked for again when it changes. */
  readonly gaps: number
}

export const emptyState: InboxState = {
  conversations: {},
  lists: {},
  threads: {},
  visitors: {},
  agents: [],
  accepted: [],
  typing: {},
  readByVisitor: {},
  seen: {},
  gaps: 0,
}
export const emptyThread: Thread = { messages: [], loaded: false }

/** What happened here rather than on the backend. */
export type LocalEvent =
  | { readonly type: 'conversations-fetched'; readonly conversations: readonly AgentConversation[] }
  | {
      readonly type: 'list-fetched'
      readonly list: ListName
      readonly conversations: readonly AgentConversation[]
      readonly older?: Cursor
    }
  | { readonly type: 'list-failed'; readonly list: ListName; readonly failure: Failure }
  | { readonly type: 'search-answered'; readonly text: string; readonly conversations: readonly AgentConversation[] }
  | {
      readonly type: 'history-fetched'
      readonly conversationId: Id
      readonly messages: readonly Message[]
      readonly older?: Cursor
    }
  | { readonly type: 'history-failed'; readonly conversationId: Id; readonly failure: Failure }
  | { readonly type: 'visitor-fetched'; readonly visitor: VisitorProfile }
  | { readonly type: 'agents-fetched'; readonly agents: readonly Agent[] }
  | { readonly type: 'message-accepted'; readonly accepted: Accepted }
  | { readonly type: 'conversation-arranged'; readonly conversationId: Id; readonly change: Arrangement }
  | { readonly type: 'conversation-seen'; readonly conversationId: Id; readonly upTo: number }
  | { readonly type: 'typing-expired'; readonly typing: Typing }
  /** Events were missed: what was fetched may be old. */
  | { readonly type: 'went-stale' }

/** What agents change about a conversation, as it will be once the backend has done it. */
export type Arrangement = Partial<Pick<AgentConversation, 'status'>> & {
  /** `null`: nobody any more. */
  readonly assignee?: Author | null
  readonly snoozedUntil?: number | null
  readonly reason?: ConversationReason | null
}
