import type { AppConfig, ContentAnswer, ContentKind, HelpAccess } from './content.ts'
import type { BugReport, Conversation, ConversationReason, ConversationRef } from './conversation.ts'
import type { Author, FileRef, Message, MessagePart } from './message.ts'
import type { Cursor, Id, Json, Millis, Page, Traits } from './primitives.ts'
import type { ReplyTime } from './reply-time.ts'
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
  /** How far along the visitor is: `new`, `activated`, `established`, or the host's own word. */
  readonly stage?: string
  readonly extra?: Traits
}

/** A conversation as plain text, to be kept. */
export interface Transcript {
  /** A name for the file, `conversation-2026-11-25.txt`. */
  readonly name: string
  readonly text: string
}

type Nothing = Record<string, never>
/** `conversationId`: who wrote to what a command starts does not know it yet. */
type Sent = { messageId: Id; conversationId: Id; order: number; sentAt: Millis }

/** Everything a visitor's widget can ask to be done. Durable: queued, retried, applied once. */
export interface VisitorCommands {
  'conversation-start': {
    input: { title?: string; context?: ConversationContext; reason?: ConversationReason; report?: BugReport }
    result: { conversationId: Id }
  }
  'message-send': { input: { to: ConversationRef; parts: readonly MessagePart[] }; result: Sent }
  /**
   * Answers choices, a card or a form: recorded on the message ({@link Message.answer}), and said in the thread as the
   * visitor's own message, which has this command's id.
   */
  'message-answer': { input: { to: ConversationRef; messageId: Id; value: Json }; result: Sent }
  /** Stops a streamed answer; what was said stays, with the state `stopped`. */
  'answer-stop': { input: { to: ConversationRef; messageId: Id }; result: Nothing }
  /** The visitor wants a person instead of the bot. */
  'person-request': { input: { to: ConversationRef }; result: Nothing }
  'conversation-read': { input: { to: ConversationRef; upTo: number }; result: Nothing }
  /** At least one of the three. `score`: 1 (bad) to 5 (good). */
  'conversation-rate': {
    input: { to: ConversationRef; solved?: boolean; score?: number; comment?: string }
    result: Nothing
  }
  'conversation-close': { input: { to: ConversationRef }; result: Nothing }
  'conversation-reopen': { input: { to: ConversationRef }; result: Nothing }
  /** By e-mail. The query `transcript` downloads it. */
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
  transcript: { input: { conversationId: Id; timeZone?: string }; output: Transcript }
  /** A fresh address of a file whose `expiresAt` has come. */
  file: { input: { id: Id }; output: FileRef }
  /**
   * A one-time token, good for a minute, that carries an anonymous visitor from one origin of the app to another ({@link Handover}).
   * Refused as `forbidden` where the backend knows the app's origins and `to` is none of them.
   */
  handover: { input: { from: string; to: string }; output: { token: string; expiresAt: Millis } }
  /** What not everyone may read: the parts of the help centre that are for this visitor, as the backend knows them. */
  'restricted-help': { input: Nothing; output: HelpAccess }
  /** One file of those parts. Whoever may not read it is told that there is none. */
  'restricted-file': { input: { name: string }; output: Json }
  content: { input: { kind: ContentKind; version?: string }; output: ContentAnswer | AppConfig | 'unchanged' }
}

export type VisitorEvent =
  | { readonly type: 'message-added' | 'message-changed'; readonly message: Message }
  | { readonly type: 'message-removed'; readonly conversationId: Id; readonly messageId: Id }
  /**
   * Text of a streamed answer, that stands after the first `offset` characters of the part. Heard twice it changes nothing; where what is
   * before it is missing, the end of the answer brings all of it. Live only: who comes later finds the text so far in the message.
   */
  | {
      readonly type: 'text-appended'
      readonly conversationId: Id
      readonly messageId: Id
      readonly part: number
      readonly offset: number
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
  | {
      readonly type: 'presence-changed'
      readonly online: boolean
      readonly replyTime?: string
      readonly reply?: ReplyTime
    }
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
