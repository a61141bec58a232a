import type { Author, CommandId, Conversation, Cursor, Id, Message, MessagePart } from '@docent/protocol'

/** What is known of one conversation's messages, oldest first. */
export interface Thread {
  readonly messages: readonly Message[]
  /** Where earlier messages go on; absent: the beginning is here, or nothing was fetched yet. */
  readonly older?: Cursor
  /** The newest page was fetched, or the cache goes up to now. */
  readonly loaded: boolean
}

/** Sent and durable on the backend, but not seen back as a message yet. */
export interface Accepted {
  readonly commandId: CommandId
  readonly conversation: string
  readonly parts: readonly MessagePart[]
  readonly at: number
}

export interface ChatState {
  /** Newest change first. */
  readonly conversations: readonly Conversation[]
  readonly threads: Readonly<Record<Id, Thread>>
  readonly accepted: readonly Accepted[]
  readonly typing: Readonly<Record<Id, Author>>
}

export const emptyState: ChatState = { conversations: [], threads: {}, accepted: [], typing: {} }
export const emptyThread: Thread = { messages: [], loaded: false }

/** What happened here rather than on the backend. */
export type LocalEvent =
  | {
      readonly type: 'cache-restored'
      readonly conversations: readonly Conversation[]
      readonly messages: readonly Message[]
    }
  | { readonly type: 'conversations-fetched'; readonly conversations: readonly Conversation[] }
  | {
      readonly type: 'history-fetched'
      readonly conversationId: Id
      readonly messages: readonly Message[]
      readonly older?: Cursor
      /** The page does not join what is known: what is older than it is dropped, and paged in again on demand. */
      readonly broken?: boolean
    }
  | { readonly type: 'conversation-started'; readonly conversation: Conversation }
  | { readonly type: 'message-accepted'; readonly accepted: Accepted }
  | { readonly type: 'conversation-seen'; readonly conversationId: Id }
  | { readonly type: 'typing-expired'; readonly conversationId: Id; readonly author: Author }

/** A conversation by its id, or by the command that started it. */
export const conversationOf = (state: ChatState, key: string): Conversation | undefined =>
  state.conversations.find(({ id, commandId }) => id === key || commandId === key)

/** Up to where a thread has no holes. What only the answer to a command said lies ahead of that. */
export const knownUpTo = ({ threads }: ChatState, id: Id): number =>
  threads[id]?.messages.findLast(({ revision }) => revision >= 0)?.order ?? -1
