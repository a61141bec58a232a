import {
  type Ack,
  type Command,
  type Conversation,
  type Cursor,
  type Id,
  type Message,
  type QueryInput,
  type QueryName,
  type QueryOutput,
  TransportError,
  type VisitorEvent,
  type VisitorVocabulary,
} from '@docent/protocol'
import { applyCommand } from './server-commands.ts'
import { createServerLog } from './server-log.ts'
import type { ConversationRecord, ServerRecords, VisitorRecord } from './server-records.ts'

export interface Credentials {
  readonly visitorId: Id
  readonly secret: string
}
export interface OpenRequest {
  readonly visitor?: Credentials
  /** Signed by the host: the name of the visitor. */
  readonly token?: string
  readonly cursor?: Cursor
}
export interface OpenAnswer {
  readonly visitor: Credentials
  readonly access: string
  readonly cursor: Cursor
  readonly resumed: boolean
}

/** What a connected device hears. */
export interface Subscription {
  readonly visitorId: Id
  position: number
  /** There may be news. */
  wake(): void
  /** Not in the log: typing. */
  tell(event: VisitorEvent): void
  drop(): void
}

/** How a backend differs from the best one. */
export interface ServerProfile {
  readonly resume: 'cursor' | 'history'
  readonly idempotency: 'server' | 'echo'
}

/** A whole backend as a model: simple enough to be right, so that what it holds can be taken for the truth. */
export interface Server extends ServerRecords {
  readonly profile: ServerProfile
  readonly subscriptions: Set<Subscription>
  open(request: OpenRequest): OpenAnswer
  perform(access: string, command: Command<VisitorVocabulary>): Ack
  query<N extends QueryName<VisitorVocabulary>>(
    access: string,
    name: N,
    input: QueryInput<VisitorVocabulary, N>,
  ): QueryOutput<VisitorVocabulary, N>
  visitorOf(access: string): VisitorRecord
  positionOf(cursor: Cursor | undefined): number | undefined
  cursorAt(position: number): Cursor
  position(): number
  eventsSince(visitorId: Id, position: number): readonly VisitorEvent[]
  tell(visitorId: Id, event: VisitorEvent): void
  /** The team writes. */
  agentSays(record: ConversationRecord, text: string, state?: Message['state']): Message
  changeMessage(record: ConversationRecord, message: Message, change: Partial<Message>): void
  changeConversation(record: ConversationRecord, change: Partial<Conversation>): void
  expireTokens(): void
  forgetEvents(): void
}

/** A page of history is short here, so that paging matters. */
const messagesPerPage = 4

export function createServer(profile: ServerProfile, now: () => number): Server {
  const log = createServerLog()
  const subscriptions = new Set<Subscription>()
  const visitors: ServerRecords['visitors'] = new Map()
  const conversations: ServerRecords['conversations'] = new Map()
  let accesses = new Map<string, Id>()
  let accessCount = 0

  const tell = (visitorId: Id, event: VisitorEvent): void => {
    log.append(visitorId, event)
    for (const subscription of subscriptions) if (subscription.visitorId === visitorId) subscription.wake()
  }
  const changeConversation: Server['changeConversation'] = (record, change) => {
    const unread = record.messages.filter(({ author, order }) => author.kind !== 'visitor' && order > record.readUpTo)
    const changedAt = Math.max(now(), record.conversation.changedAt + 1)
    record.conversation = { ...record.conversation, ...change, unread: unread.length, changedAt }
    tell(record.visitorId, { type: 'conversation-changed', conversation: record.conversation })
  }
  const addMessage = (record: ConversationRecord, rest: Pick<Message, 'author' | 'parts' | 'state' | 'commandId'>) => {
    const order = record.messages.length + 1
    const { id: conversationId } = record.conversation
    const message: Message = {
      id: `${conversationId}.${order}`,
      conversationId,
      order,
      sentAt: now(),
      revision: 1,
      ...rest,
    }
    record.messages.push(message)
    if (message.author.kind === 'visitor') record.readUpTo = order
    tell(record.visitorId, { type: 'message-added', message })
    changeConversation(record, { status: 'open' })
    return message
  }
  const visitorOf = (access: string): VisitorRecord => {
    const visitor = visitors.get(accesses.get(access) ?? '')
    if (!visitor || visitor.mergedInto) throw new TransportError('auth-expired', 'The token has run out')
    return visitor
  }
  const enter = ({ visitor: given, token }: OpenRequest): VisitorRecord => {
    const known = given && visitors.get(given.visitorId)
    const proven = known && known.secret === given.secret ? known : undefined
    if (token !== undefined) {
      const signed = [...visitors.values()].find(({ signedId }) => signedId === token) ?? admit(token)
      if (proven && !proven.signedId && !proven.mergedInto) merge(proven, signed)
      return signed
    }
    if (!given) return admit()
    if (!proven) throw new TransportError('auth-rejected', 'Not known here')
    if (proven.signedId || proven.mergedInto) throw new TransportError('auth-expired', 'Signed in: a token is needed')
    return proven
  }
  const admit = (signedId?: string): VisitorRecord => {
    const id = `visitor-${visitors.size + 1}`
    const visitor = { id, secret: `secret-${id}`, acks: new Map(), ...(signedId !== undefined && { signedId }) }
    visitors.set(id, visitor)
    return visitor
  }
  const merge = (from: VisitorRecord, into: VisitorRecord): void => {
    from.mergedInto = into.id
    for (const [id, ack] of from.acks) into.acks.set(id, ack)
    for (const record of conversations.values()) {
      if (record.visitorId !== from.id) continue
      record.visitorId = into.id
      changeConversation(record, {})
    }
    log.move(from.id, into.id)
    for (const subscription of [...subscriptions]) if (subscription.visitorId === from.id) subscription.drop()
  }
  return {
    ...{ profile, subscriptions, visitors, conversations, visitorOf, tell, changeConversation },
    open(request) {
      const visitor = enter(request)
      const isSame = request.visitor?.visitorId === visitor.id
      const position = isSame && profile.resume === 'cursor' ? log.positionOf(request.cursor) : undefined
      const access = `access-${++accessCount}`
      accesses.set(access, visitor.id)
      const cursor = log.cursorOf(position ?? log.position())
      return {
        visitor: { visitorId: visitor.id, secret: visitor.secret },
        access,
        cursor,
        resumed: position !== undefined,
      }
    },
    perform(access, command) {
      const visitor = visitorOf(access)
      const known = profile.idempotency === 'server' ? visitor.acks.get(command.id) : undefined
      if (known) return { ...known, duplicate: true }
      const ack = applyCommand({ conversations, changeConversation, addMessage, tell, now }, visitor, command)
      visitor.acks.set(command.id, ack)
      return ack
    },
    query(access, name, input) {
      const answer = answerQuery(conversations, visitorOf(access), name, input as never)
      return answer as QueryOutput<VisitorVocabulary, typeof name>
    },
    positionOf: log.positionOf,
    cursorAt: log.cursorOf,
    position: log.position,
    eventsSince: log.since,
    agentSays: (record, text, state = 'done') => {
      const parts = [{ type: 'text', text, format: 'plain' }] as const
      return addMessage(record, { author: { kind: 'agent', id: 'agent-1', name: 'Ada' }, parts, state })
    },
    changeMessage(record, message, change) {
      const changed = { ...message, ...change, revision: message.revision + 1 }
      record.messages[message.order - 1] = changed
      tell(record.visitorId, { type: 'message-changed', message: changed })
    },
    expireTokens: () => void (accesses = new Map()),
    forgetEvents: log.forget,
  }
}

function answerQuery(
  conversations: ServerRecords['conversations'],
  visitor: VisitorRecord,
  name: QueryName<VisitorVocabulary>,
  input: {
    readonly conversationId?: Id
    readonly older?: Cursor
    readonly newerThan?: number
    readonly limit?: number
  },
): unknown {
  const mine = [...conversations.values()].filter(({ visitorId }) => visitorId === visitor.id)
  if (name === 'conversations') {
    const items = mine.map(({ conversation }) => conversation).sort((a, b) => b.changedAt - a.changedAt)
    return { items: items.slice(0, input.limit) }
  }
  if (name === 'visitor-state') return { entries: [], cursor: '0' }
  if (name !== 'messages') throw new TransportError('unsupported', `No query ${name}`)
  const record = mine.find(({ conversation }) => conversation.id === input.conversationId)
  if (!record) throw new TransportError('not-found', 'The visitor has no such conversation')
  const below = Number(input.older ?? Number.POSITIVE_INFINITY)
  const found = record.messages.filter(({ order }) => order > (input.newerThan ?? 0) && order < below).reverse()
  const items = found.slice(0, Math.min(input.limit ?? messagesPerPage, messagesPerPage))
  return items.length < found.length ? { items, older: String(items.at(-1)?.order) } : { items }
}
