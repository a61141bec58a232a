import type { Author, Capabilities, Conversation, Id, Json, Message, Millis, Page, Session } from '@docent/protocol'
import { type AdaptedTransport, adapt, type Connection, type OutgoingText, type Range } from '../adapt/adapt.ts'
import { textChat } from '../adapt/capabilities.ts'
import { followRounds, type Listed } from './follow-rounds.ts'
import { createVisitorAccess } from './visitor-access.ts'

/** A conversation as a REST API tells it. What it does not say has a default. */
export type PolledConversation = Pick<Conversation, 'id'> &
  Partial<Conversation> & {
    /** The `order` of its newest message; 0 while there is none. Without it, each round asks for its messages. */
    readonly newestOrder?: number
  }

/** A message as a REST API tells it. */
export interface PolledMessage {
  readonly id: Id
  readonly text: string
  /** Default: `plain`. */
  readonly format?: 'plain' | 'markdown'
  readonly by: Author['kind'] | Author
  /** Higher is later; no two of a conversation have the same. */
  readonly order: number
  /** On the server's clock. */
  readonly sentAt: Millis
  /** The `commandId` that it was sent with, if the API gives it back. */
  readonly commandId?: string
}

export interface PollOptions<Visitor extends Json> {
  readonly name: string
  /** The pause between two rounds, in ms. Default: 4000. An API that can wait for news itself needs none: 0. */
  readonly everyMs?: number
  /** Longer texts are refused. Default: 10,000. */
  readonly maxTextLength?: number
  /** Does the API apply the same `commandId` once (`server`), give it back (`echo`), or neither? Default: `none`. */
  readonly idempotency?: Capabilities['idempotency']
  /**
   * Who is here. What it resolves to is remembered in this browser, as consent allows, and given back to all the others; it is asked
   * for once, or with each token where the host page signs visitors in.
   */
  begin(signal: AbortSignal, token?: string): Promise<Visitor>
  /** All conversations of the visitor, newest first. One, for an API that has no more. */
  conversations(visitor: Visitor, signal: AbortSignal): Promise<readonly PolledConversation[]>
  /** At most `limit` messages, newest first, of those after `newerThan` and before `olderThan` (both are `order`s, both exclusive). */
  messages(visitor: Visitor, range: PolledRange, signal: AbortSignal): Promise<readonly PolledMessage[]>
  send(visitor: Visitor, message: OutgoingText, signal: AbortSignal): Promise<PolledMessage>
  /** Starts a conversation. Without it a visitor has the one that `conversations` tells. */
  start?(
    visitor: Visitor,
    input: { readonly commandId: string; readonly title?: string },
    signal: AbortSignal,
  ): Promise<Id>
}

export interface PolledRange {
  readonly conversationId: Id
  readonly newerThan: number
  readonly olderThan: number
  readonly limit: number
}

/** Its `capabilities` are what `transportContract` wants to know. */
export type PollTransport = AdaptedTransport

/**
 * Turns any REST API into a transport: asks again and again what changed, and tells it as events. Edits and removals of messages that were
 * told already are not seen.
 * @example const tickets = poll({ name: 'tickets', begin, conversations, messages, send })
 */
export function poll<Visitor extends Json>(options: PollOptions<Visitor>): PollTransport {
  const { name, start, idempotency = 'none', maxTextLength = textChat.maxTextLength } = options
  const capabilities: Capabilities = {
    ...textChat,
    idempotency,
    maxTextLength,
    identity: options.begin.length > 1 ? ['anonymous', 'signed'] : ['anonymous'],
    ...(start && { commands: ['message-send', 'conversation-start'], conversations: 'many' }),
  }
  return adapt({
    name,
    capabilities,
    async open(session: Session, sink, signal): Promise<Connection> {
      const access = createVisitorAccess(session, signal, options.begin)
      const state = await access.open()
      const list = () => access.use(async (visitor) => (await options.conversations(visitor, signal)).map(toListed))
      const read = async (range: PolledRange, callSignal: AbortSignal): Promise<Message[]> =>
        (await access.use((visitor) => options.messages(visitor, range, callSignal))).map((message) =>
          toMessage(range.conversationId, message),
        )
      const rounds = await followRounds({ list, read, sink, signal, everyMs: options.everyMs ?? 4000 })
      return {
        hello: { resumed: false, state },
        listen: rounds.start,
        conversations: async () => (await list()).map(({ conversation }) => conversation),
        messages: (range, callSignal) => pageOf(range, (polled) => read(polled, callSignal)),
        send: async (text, callSignal) =>
          toMessage(text.conversationId, await access.use((visitor) => options.send(visitor, text, callSignal))),
        ...(start && { start: (input, callSignal) => access.use((visitor) => start(visitor, input, callSignal)) }),
      }
    },
  })
}

/** One more than wanted is asked for, to see whether there is more. */
async function pageOf(range: Range, read: (range: PolledRange) => Promise<Message[]>): Promise<Page<Message>> {
  const { conversationId, limit, newerThan = 0 } = range
  const olderThan = Number(range.older ?? Number.MAX_SAFE_INTEGER)
  const found = await read({ conversationId, newerThan, olderThan, limit: limit + 1 })
  const items = found.slice(0, limit)
  return found.length > limit ? { items, older: String(items.at(-1)?.order) } : { items }
}

const toListed = ({ newestOrder, ...told }: PolledConversation): Listed => ({
  newestOrder,
  conversation: { status: 'open', canReply: true, unread: 0, startedAt: 0, changedAt: 0, ...told },
})

const toMessage = (conversationId: Id, message: PolledMessage): Message => {
  const { id, text, format = 'plain', by, order, sentAt, commandId } = message
  return {
    ...{ id, conversationId, order, sentAt, revision: 1, state: 'done' },
    ...(commandId !== undefined && { commandId }),
    author: typeof by === 'string' ? { kind: by } : by,
    parts: [{ type: 'text', text, format }],
  }
}
