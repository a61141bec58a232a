import type { BugReport, Conversation, ConversationReason, ConversationStatus } from './conversation.ts'
import type { HelpInsights } from './insights.ts'
import type { Author, FileRef, Message, MessagePart } from './message.ts'
import type { Cursor, Id, Millis, Page, Traits } from './primitives.ts'
import type { ConversationContext, Transcript, VisitorEvent } from './visitor.ts'

/** A visitor as an agent sees them, beside the thread. */
export interface VisitorProfile {
  readonly id: Id
  readonly name?: string
  readonly email?: string
  /** `true`: the host app vouched for the identity with a signed token. */
  readonly verified: boolean
  readonly traits: Traits
  /** Page, locale, last article, last search: the newest that the widget told. */
  readonly context: ConversationContext
  readonly checklists: readonly ChecklistProgress[]
  readonly online: boolean
  readonly firstSeenAt: Millis
  readonly lastSeenAt: Millis
}

export interface ChecklistProgress {
  readonly id: Id
  readonly title: string
  readonly done: number
  readonly total: number
  /** The title of the first task that is not done. */
  readonly next?: string
}

/** A conversation as an agent sees it. `unread` counts the visitor's messages that no agent has read. */
export interface AgentConversation extends Conversation {
  readonly visitor: { readonly id: Id; readonly name?: string; readonly email?: string; readonly verified: boolean }
  readonly assignee?: Author
  readonly tags: readonly string[]
  /** The circumstances, when the visitor reported a bug. */
  readonly report?: BugReport
  readonly snoozedUntil?: Millis
  /** How far the visitor has read: the `order` of a message. */
  readonly readByVisitor?: number
  /** The visitor waits for an answer since. Absent when the team wrote last. */
  readonly waitingSince?: Millis
}

/** Something that an agent can have shown in a visitor's widget. */
export interface ShowableSurface {
  /** `faq`, `guide`, `checklist`. */
  readonly feature: string
  readonly id: Id
  readonly title: string
}

/** An agent's account. */
export interface Agent {
  readonly id: Id
  readonly name: string
  readonly email?: string
  readonly avatarUrl?: string
  readonly role: 'owner' | 'agent'
}

export type ConversationFilter = {
  readonly status?: ConversationStatus
  readonly assignee?: 'me' | 'none' | Id
  readonly tag?: string
  readonly reason?: ConversationReason
  /** Only those of one visitor. */
  readonly visitorId?: Id
  readonly text?: string
}

type Nothing = Record<string, never>
type On = { readonly conversationId: Id }

export interface AgentCommands {
  'message-send': {
    input: On & { parts: readonly MessagePart[] }
    result: { messageId: Id; order: number; sentAt: Millis }
  }
  /** An agent writes first: a conversation of its own. The visitor finds it by the launcher, on the page that is open or the next one. */
  'conversation-start': {
    input: { visitorId: Id; parts: readonly MessagePart[] }
    result: { conversationId: Id; messageId: Id; order: number; sentAt: Millis }
  }
  'note-add': { input: On & { text: string }; result: { messageId: Id } }
  'conversation-read': { input: On & { upTo: number }; result: Nothing }
  'conversation-assign': { input: On & { agentId: Id | null }; result: Nothing }
  'conversation-tag': { input: On & { add?: readonly string[]; remove?: readonly string[] }; result: Nothing }
  'conversation-snooze': { input: On & { until: Millis | null }; result: Nothing }
  'conversation-close': { input: On; result: Nothing }
  'conversation-reopen': { input: On; result: Nothing }
  /** `null`: no reason. */
  'conversation-classify': { input: On & { reason: ConversationReason | null }; result: Nothing }
  'conversation-merge': { input: On & { into: Id }; result: Nothing }
  'surface-request': { input: { visitorId: Id; feature: string; id: Id; reason: string }; result: Nothing }
  'agent-update': { input: { name?: string; email?: string; password?: string; avatarUrl?: string }; result: Nothing }
}

export interface AgentQueries {
  /** Newest change first. */
  conversations: { input: ConversationFilter & { older?: Cursor; limit: number }; output: Page<AgentConversation> }
  conversation: { input: On; output: AgentConversation }
  /** Newest first; `newerThan` is an `order`, exclusive. */
  messages: { input: On & { older?: Cursor; newerThan?: number; limit: number }; output: Page<Message> }
  visitor: { input: { visitorId: Id }; output: VisitorProfile }
  transcript: { input: On & { timeZone?: string }; output: Transcript }
  /** A fresh address of a file whose `expiresAt` has come. */
  file: { input: { id: Id }; output: FileRef }
  /** The app's articles, tours and checklists that `surface-request` can show. */
  surfaces: { input: Nothing; output: readonly ShowableSurface[] }
  me: { input: Nothing; output: Agent }
  agents: { input: Nothing; output: readonly Agent[] }
  search: { input: { text: string; limit: number }; output: readonly AgentConversation[] }
  /** From the one to the other, at most 92 days. */
  insights: { input: { from: Millis; to: Millis }; output: { readonly help: HelpInsights } }
}

export type AgentEvent =
  | Extract<
      VisitorEvent,
      {
        type:
          | 'message-added'
          | 'message-changed'
          | 'message-removed'
          | 'text-appended'
          | 'receipt-changed'
          | 'typing-changed'
          | 'session-changed'
          | 'gap'
      }
    >
  | { readonly type: 'conversation-changed'; readonly conversation: AgentConversation }
  | { readonly type: 'visitor-changed'; readonly visitor: VisitorProfile }
  | { readonly type: 'agent-changed'; readonly agent: Agent }

export type AgentHint = { readonly type: 'typing'; readonly conversationId: Id; readonly typing: boolean }

export interface AgentVocabulary {
  readonly commands: AgentCommands
  readonly queries: AgentQueries
  readonly event: AgentEvent
  readonly hint: AgentHint
}
