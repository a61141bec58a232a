import type { AppConfig, ContentAnswer, ContentKind } from './content.ts'
import type { Conversation, ConversationRef } from './conversation.ts'
import type { Author, Message, MessagePart } from './message.ts'
import type { Cursor, Id, Json, Millis, Page, Traits } from './primitives.ts'
import type { StateEntry } from './visitor-state.ts'

/** What happened on the host page, in `object_action` form: `invoice_created`. */
export interface RecordedEvent {
  readonly name: string
  readonly at: Millis
  readonly data?: Json
}

/** Where the visitor was and what they had tried, attached to a conversation for the agent. */
export interface ConversationContext {
  readonly url?: string
  readonly title?: string
  readonly locale?: string
  readonly lastArticle?: { readonly id: Id; readonly title: string }
  readonly lastSearch?: string
  readonly extra?: Traits
}

type Nothing = Record<string, never>

/** Everything a visitor's widget can ask to be done. Durable: queued, retried, applied once. */
export interface VisitorCommands {
  'conversation-start': { input: { title?: string; context?: ConversationContext }; result: { conversationId: Id } }
  'message-send': {
    input: { to: ConversationRef; parts: readonly MessagePart[] }
    /** `conversationId`: who wrote to what a command starts does not know it yet. */
    result: { messageId: Id; conversationId: Id; order: number; sentAt: Millis }
  }
  'message-answer': { input: { to: ConversationRef; messageId: Id; value: Json }; result: Nothing }
  'conversation-read': { input: { to: ConversationRef; upTo: number }; result: Nothing }
  'conversation-rate': { input: { to: ConversationRef; score: number; comment?: string }; result: Nothing }
  'conversation-close': { input: { to: ConversationRef }; result: Nothing }
  'conversation-reopen': { input: { to: ConversationRef }; result: Nothing }
  'transcript-request': { input: { to: ConversationRef; email: string }; result: Nothing }
  'visitor-update': {
    input: { name?: string; email?: string; traits?: Traits; context?: ConversationContext }
    result: Nothing
  }
  'visitor-state-put': { input: { entries: readonly StateEntry[] }; result: Nothing }
  'events-record': { input: { events: readonly RecordedEvent[] }; result: Nothing }
  'visitor-erase': { input: Nothing; result: Nothing }
}

export interface VisitorQueries {
  /** Newest first. */
  conversations: { input: { older?: Cursor; limit: number }; output: Page<Conversation> }
  /** Newest first; `newerThan` is an `order`, exclusive. */
  messages: { input: { conversationId: Id; older?: Cursor; newerThan?: number; limit: number }; output: Page<Message> }
  'visitor-state': { input: { since?: Cursor }; output: { entries: readonly StateEntry[]; cursor: Cursor } }
  content: { input: { kind: ContentKind; version?: string }; output: ContentAnswer | AppConfig | 'unchanged' }
}

export type VisitorEvent =
  | { readonly type: 'message-added' | 'message-changed'; readonly message: Message }
  | { readonly type: 'message-removed'; readonly conversationId: Id; readonly messageId: Id }
  /** Text of a streamed answer. A hole in `index` is a gap: ask for the row. */
  | {
      readonly type: 'text-appended'
      readonly messageId: Id
      readonly part: number
      readonly index: number
      readonly text: string
    }
  | {
      readonly type: 'receipt-changed'
      readonly conversationId: Id
      readonly by: 'agent' | 'visitor'
      readonly kind: 'delivered' | 'read'
      readonly upTo: number
    }
  | {
      readonly type: 'typing-changed'
      readonly conversationId: Id
      readonly author: Author
      readonly typing: boolean
      readonly ttlMs: number
    }
  | { readonly type: 'conversation-changed'; readonly conversation: Conversation }
  | { readonly type: 'presence-changed'; readonly online: boolean; readonly replyTime?: string }
  | { readonly type: 'state-changed'; readonly entries: readonly StateEntry[] }
  /** An agent or the server wants something shown: a tour, a checklist, an article. */
  | { readonly type: 'surface-requested'; readonly feature: string; readonly id: Id; readonly reason: string }
  | { readonly type: 'content-changed'; readonly kind: ContentKind; readonly version: string }
  | { readonly type: 'session-changed' }
  /** Something is missing between the cursor and now: fetch history until it meets what is known. */
  | {
      readonly type: 'gap'
      readonly conversationId?: Id
      readonly reason: 'limited' | 'overflow' | 'expired' | 'unknown'
    }

export type VisitorHint =
  | { readonly type: 'typing'; readonly conversationId: Id; readonly typing: boolean }
  | { readonly type: 'page'; readonly url: string; readonly title: string }

export interface VisitorVocabulary {
  readonly commands: VisitorCommands
  readonly queries: VisitorQueries
  readonly event: VisitorEvent
  readonly hint: VisitorHint
}
