import type {
  Ack,
  Command,
  CommandInput,
  CommandName,
  ConversationRef,
  Cursor,
  Hello,
  Id,
  Message,
  MessagePart,
  QueryInput,
  QueryName,
  QueryOutput,
  Session,
  Transport,
  VisitorEvent,
  VisitorVocabulary,
} from '@docent/protocol'
import { isObject } from '@docent/protocol'
import { assert, within } from '../assertions.ts'
import { type EventRecord, recordEvents } from './event-record.ts'
import type { RuleContext } from './transport-harness.ts'

/** A connected visitor on one device. */
export interface Guest extends EventRecord {
  readonly transport: Transport
  readonly hello: Hello
  /** To arrive as the same visitor again, on this device or another; with a cursor, to resume after it. */
  again(cursor?: Cursor): Session
  perform<N extends CommandName<VisitorVocabulary>>(
    name: N,
    input: CommandInput<VisitorVocabulary, N>,
    id?: string,
  ): Promise<Ack>
  query<N extends QueryName<VisitorVocabulary>>(
    name: N,
    input: QueryInput<VisitorVocabulary, N>,
  ): Promise<QueryOutput<VisitorVocabulary, N>>
  /** Starts a conversation, or takes the only one where the backend has one. */
  converse(): Promise<Id>
  send(to: ConversationRef, text: string, id?: string): Promise<Ack>
  /** The event of the message with this text. */
  hear(text: string): Promise<Message>
  /** The newest messages of a conversation, oldest first. */
  history(conversationId: Id): Promise<readonly Message[]>
  leave(): void
}

/** Connects as a visitor: a new one, or with the session of {@link Guest.again} a known one. */
export async function connectGuest(
  context: RuleContext,
  session: Session = newSession(context),
  transport: Transport = context.bench.transport(),
): Promise<Guest> {
  const { patienceMs } = context
  const record = recordEvents(patienceMs)
  const ended = new AbortController()
  const signal = AbortSignal.any([ended.signal, context.signal])
  const hello = await within(transport.connect(session, record.sink, signal), 'connect resolves', patienceMs)
  const perform: Guest['perform'] = (name, input, id) =>
    within(transport.perform(createCommand(name, input, id), context.signal), `${name} is answered`, patienceMs)
  const query: Guest['query'] = (name, input) =>
    within(transport.query(name, input, context.signal), `the query ${name} is answered`, patienceMs)
  return {
    ...record,
    transport,
    hello,
    again: (cursor) => ({
      ...session,
      ...(hello.state === undefined ? {} : { state: hello.state }),
      ...(cursor === undefined ? {} : { cursor }),
    }),
    perform,
    query,
    async converse() {
      if (!context.capabilities.commands.includes('conversation-start')) {
        const [only] = (await query('conversations', { limit: 1 })).items
        assert(only !== undefined, 'a visitor who cannot start conversations has one')
        return only.id
      }
      const commandId = crypto.randomUUID()
      const ack = await perform('conversation-start', {}, commandId)
      const made = isObject(ack.result) ? ack.result.conversationId : undefined
      if (typeof made === 'string') return made
      const started = (event: VisitorEvent): event is ConversationChanged =>
        event.type === 'conversation-changed' && event.conversation.commandId === commandId
      return (await record.until(started, 'the started conversation is told')).conversation.id
    },
    send: (to, text, id) => perform('message-send', { to, parts: [textPart(text)] }, id),
    async hear(text) {
      return (await record.until(says(text), `the message “${text}” is told`)).message
    },
    history: async (conversationId) =>
      [...(await query('messages', { conversationId, limit: 50 })).items].sort((a, b) => a.order - b.order),
    leave: () => ended.abort(),
  }
}

type ConversationChanged = Extract<VisitorEvent, { type: 'conversation-changed' }>
type MessageTold = Extract<VisitorEvent, { type: 'message-added' | 'message-changed' }>

export const newSession = ({ bench }: RuleContext): Session => bench.session?.() ?? { app: 'default' }

export const textPart = (text: string): MessagePart => ({ type: 'text', text, format: 'plain' })

export const textOf = (message: Message): string =>
  message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('')

export const says =
  (text: string) =>
  (event: VisitorEvent): event is MessageTold =>
    (event.type === 'message-added' || event.type === 'message-changed') && textOf(event.message) === text

/** The texts of the messages told, each once, in the order they were first told. */
export const textsTold = (events: readonly VisitorEvent[]): string[] => {
  const first = new Map<Id, string>()
  for (const event of events)
    if (event.type === 'message-added' && !first.has(event.message.id))
      first.set(event.message.id, textOf(event.message))
  return [...first.values()]
}

export function createCommand<N extends CommandName<VisitorVocabulary>>(
  name: N,
  input: CommandInput<VisitorVocabulary, N>,
  id: string = crypto.randomUUID(),
): Command<VisitorVocabulary> {
  return { id, name, input, createdAt: Date.now() } as Command<VisitorVocabulary>
}
