import {
  type Ack,
  type Capabilities,
  type Command,
  type Conversation,
  type ConversationRef,
  type Hello,
  type Id,
  type Message,
  type MessagePart,
  type Page,
  type QueryInput,
  type Session,
  type Sink,
  type Transport,
  TransportError,
  type VisitorHint,
  type VisitorVocabulary,
} from '@docent/protocol'
import { toFailure } from '../http/failure.ts'
import { guardSink } from './guard-sink.ts'
import { pageOf } from './page-of.ts'

export type Range = QueryInput<VisitorVocabulary, 'messages'>

export interface OutgoingText {
  readonly conversationId: Id
  readonly commandId: string
  readonly text: string
}

/** One connection to a backend, in terms of what a chat needs. */
export interface Connection {
  readonly hello: Omit<Hello, 'capabilities'>
  /** `connect` has resolved: from now on events may go to the sink. */
  listen(): void
  /** All of the visitor's, newest first. */
  conversations(signal: AbortSignal): Promise<readonly Conversation[]>
  /** Of a conversation of the visitor's own, newest first. */
  messages(range: Range, signal: AbortSignal): Promise<Page<Message>>
  send(text: OutgoingText, signal: AbortSignal): Promise<Message>
  start?(input: { readonly commandId: string; readonly title?: string }, signal: AbortSignal): Promise<Id>
  read?(conversationId: Id, upTo: number, signal: AbortSignal): Promise<void>
  close?(conversationId: Id, signal: AbortSignal): Promise<void>
  hint?(hint: VisitorHint): void
}

export interface Adapter {
  readonly name: string
  readonly capabilities: Capabilities
  /** The sink may be called whenever: what comes too late, or after the end, is dropped. */
  open(session: Session, sink: Sink<VisitorVocabulary>, signal: AbortSignal): Promise<Connection>
}

export type AdaptedTransport = Transport & { readonly capabilities: Capabilities }

/** A transport that says what every transport must say: nothing but `TransportError`s, `unsupported`, limits, whose conversation it is. */
export function adapt({ name, capabilities, open }: Adapter): AdaptedTransport {
  let connection: Connection | undefined
  let conversations = createOwnConversations()
  const connected = (signal: AbortSignal, list: readonly string[], asked: string): Connection => {
    if (!list.includes(asked)) throw new TransportError('unsupported', `${name} has no ${asked}`)
    if (signal.aborted) throw new TransportError('timeout', 'Ended before it began')
    if (!connection) throw new TransportError('unavailable', 'Not connected: connect first')
    return connection
  }
  return {
    name,
    capabilities,
    async connect(session, sink, signal) {
      try {
        if (signal.aborted) throw new TransportError('timeout', 'Ended before it began')
        const opened = await open(session, guardSink(sink, signal), signal)
        connection = opened
        conversations = createOwnConversations()
        // One macrotask later, so that `connect` has resolved before the first event.
        setTimeout(() => {
          if (!signal.aborted) opened.listen()
        })
        return { ...opened.hello, capabilities }
      } catch (cause) {
        throw toFailure(cause)
      }
    },
    async perform(command, signal) {
      try {
        const by = connected(signal, capabilities.commands, command.name)
        return await perform(command as Command<VisitorVocabulary>, { by, conversations, capabilities, signal })
      } catch (cause) {
        throw toFailure(cause)
      }
    },
    async query(asked, input, signal) {
      try {
        const by = connected(signal, capabilities.queries, asked)
        // The output's type hangs on the name, which TypeScript cannot follow into the branches.
        return (await query(asked, input as Range, { by, conversations, capabilities, signal })) as never
      } catch (cause) {
        throw toFailure(cause)
      }
    },
    hint(hint) {
      if (capabilities.hints.includes(hint.type)) connection?.hint?.(hint)
    },
  }
}

interface Asked {
  readonly by: Connection
  readonly conversations: OwnConversations
  readonly capabilities: Capabilities
  readonly signal: AbortSignal
}

async function perform(command: Command<VisitorVocabulary>, { by, ...asked }: Asked): Promise<Ack> {
  const { conversations, signal } = asked
  switch (command.name) {
    case 'message-send': {
      const text = textOf(command.input.parts, asked.capabilities.maxTextLength)
      const conversationId = await conversations.idOf(command.input.to, by, signal)
      const { id: messageId, order, sentAt } = await by.send({ conversationId, commandId: command.id, text }, signal)
      return { settled: 'stored', result: { messageId, conversationId, order, sentAt } }
    }
    case 'conversation-start': {
      const { title } = command.input
      const id = await by.start?.({ commandId: command.id, ...(title !== undefined && { title }) }, signal)
      if (id === undefined) break
      conversations.add(id, command.id)
      return { settled: 'stored', result: { conversationId: id } }
    }
    case 'conversation-read':
      await by.read?.(await conversations.idOf(command.input.to, by, signal), command.input.upTo, signal)
      return { settled: 'stored', result: {} }
    case 'conversation-close':
      await by.close?.(await conversations.idOf(command.input.to, by, signal), signal)
      return { settled: 'stored', result: {} }
  }
  throw new TransportError('unsupported', `There is no ${command.name} here`)
}

async function query(name: string, input: Range, { by, conversations, signal }: Asked): Promise<Page<{ id: Id }>> {
  if (name === 'conversations') return pageOf(await by.conversations(signal), input.limit, input.older)
  const conversationId = await conversations.idOf({ id: input.conversationId }, by, signal)
  return by.messages({ ...input, conversationId }, signal)
}

/** Which conversations are the visitor's, so that knowing an id opens nothing. */
function createOwnConversations() {
  const owned = new Set<Id>()
  const startedBy = new Map<string, Id>()
  const find = (to: ConversationRef): Id | undefined => {
    const id = 'id' in to ? to.id : startedBy.get(to.startedBy)
    return id !== undefined && owned.has(id) ? id : undefined
  }
  const add = (id: Id, commandId?: string): void => {
    owned.add(id)
    if (commandId !== undefined) startedBy.set(commandId, id)
  }
  return {
    add,
    async idOf(to: ConversationRef, from: Connection, signal: AbortSignal): Promise<Id> {
      if (find(to) === undefined) for (const { id, commandId } of await from.conversations(signal)) add(id, commandId)
      const id = find(to)
      if (id === undefined) throw new TransportError('not-found', 'The visitor has no such conversation')
      return id
    },
  }
}
type OwnConversations = ReturnType<typeof createOwnConversations>

/** The text of a message, or why it cannot be sent. */
function textOf(parts: readonly MessagePart[], maxLength: number): string {
  const text = parts
    .map((part) => {
      if (part.type !== 'text')
        throw new TransportError('unsupported', `Parts of type ${part.type} cannot be sent here`)
      return part.text
    })
    .join('\n')
  if (text === '') throw new TransportError('invalid', 'A message has some text')
  if (text.length > maxLength) throw new TransportError('too-large', `A message has at most ${maxLength} characters`)
  return text
}
