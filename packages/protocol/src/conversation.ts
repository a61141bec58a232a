import type { Author } from './message.ts'
import type { CommandId, Id, Json, Millis } from './primitives.ts'

export type ConversationStatus = 'open' | 'snoozed' | 'closed'

/** Why a visitor writes, so that the team can remove the cause. */
export type ConversationReason = 'question' | 'bug' | 'missing-feature' | 'confusing'
export const conversationReasons: readonly ConversationReason[] = ['question', 'bug', 'missing-feature', 'confusing']

/** What the visitor said about the answer. */
export interface Rating {
  /** "Did this solve it?" */
  readonly solved?: boolean
  /** 1 (bad) to 5 (good). */
  readonly score?: number
  readonly comment?: string
  readonly ratedAt: Millis
}

/** The circumstances of a bug. The widget shows all of it before it is sent. */
export interface BugReport {
  /** The page, without what its query may hold. */
  readonly url: string
  readonly title?: string
  readonly userAgent?: string
  /** The browser's language, `lv-LV`. */
  readonly language?: string
  readonly timeZone?: string
  readonly viewport?: { readonly widthPx: number; readonly heightPx: number; readonly pixelRatio?: number }
  /** The host app's version, when it told. */
  readonly appVersion?: string
  /** The newest errors of the page, when the host allows it; oldest first. */
  readonly errors?: readonly { readonly message: string; readonly source?: string; readonly at: Millis }[]
  /** Whatever else the host adds. */
  readonly extra?: { readonly [name: string]: Json }
}

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
  /** `true`: a bot answers for now; `person-request` hands the conversation to the team. */
  readonly bot?: boolean
  readonly reason?: ConversationReason
  /** What the visitor said last about the answer. */
  readonly rating?: Rating
  /** How far the other side has read: the `order` of a message. */
  readonly readByAgents?: number
}

/** A conversation that may not exist on the backend yet: named by its id, or by the command that will create it. */
export type ConversationRef = { readonly id: Id } | { readonly startedBy: CommandId }
