import {
  type Author,
  type Id,
  isObject,
  type Message,
  type Page,
  type Sink,
  type VisitorEvent,
  type VisitorVocabulary,
} from '@docent/protocol'
import type { Connection, Range } from '../adapt/adapt.ts'
import type { ClientApi, ContactApi, ContactState } from './client-api.ts'
import { openCable } from './open-cable.ts'
import { toMessage, type WireMessage } from './wire.ts'

interface Opening {
  readonly api: ClientApi
  readonly url: string
  readonly WebSocket: typeof WebSocket
  readonly state: ContactState
  readonly sink: Sink<VisitorVocabulary>
  readonly signal: AbortSignal
}

const typingTtlMs = 30_000
const pageSize = 20

/** Follows one contact by the cable, and asks the API for the rest. */
export async function openContact({ api, url, WebSocket, state, sink, signal }: Opening): Promise<Connection> {
  const contact = api.of(state)
  const early: VisitorEvent[] = []
  let tell = (events: readonly VisitorEvent[]): void => void early.push(...events)
  await openCable({
    ...{ url, WebSocket, signal, pubsubToken: state.pubsubToken },
    onEvent: (name, data) => tell(toEvents(name, data)),
    onEnd: sink.lost,
  })
  return {
    hello: { resumed: false, state },
    listen() {
      tell = (events) => {
        if (events.length > 0) sink.events(events)
      }
      tell(early.splice(0))
    },
    conversations: contact.conversations,
    messages: (range, callSignal) => readPage(contact, range, callSignal),
    start: (_, callSignal) => contact.start(callSignal),
    send: ({ conversationId, text, commandId }, callSignal) =>
      contact.send(conversationId, text, commandId, callSignal),
    read: (conversationId, _, callSignal) => contact.read(conversationId, callSignal),
    close: (conversationId, callSignal) => contact.resolve(conversationId, callSignal),
    hint(hint) {
      if (hint.type === 'typing') contact.type(hint.conversationId, hint.typing, signal).catch(() => {})
    },
  }
}

function toEvents(name: string, data: Readonly<Record<string, unknown>>): readonly VisitorEvent[] {
  if (name === 'message.created' || name === 'message.updated') {
    const wire = data as unknown as WireMessage
    // What happened to a conversation ("Ada joined") is no message, and notes are the team's.
    if (typeof wire.id !== 'number' || wire.message_type === 2 || data.private === true) return []
    return [{ type: name === 'message.created' ? 'message-added' : 'message-changed', message: toMessage(wire) }]
  }
  if (name === 'conversation.typing_on' || name === 'conversation.typing_off') {
    const conversationId = isObject(data.conversation) ? String(data.conversation.id) : ''
    const user = isObject(data.user) && typeof data.user.name === 'string' ? { name: data.user.name } : {}
    const author: Author = { kind: 'agent', ...user }
    return [{ type: 'typing-changed', conversationId, author, typing: name.endsWith('_on'), ttlMs: typingTtlMs }]
  }
  return []
}

/** The API gives 20 at a time, whatever is wanted. */
async function readPage(contact: ContactApi, range: Range, signal: AbortSignal): Promise<Page<Message>> {
  const { conversationId, limit, newerThan = 0 } = range
  const found: Message[] = []
  let before = range.older === undefined ? undefined : Number(range.older)
  while (found.length <= limit) {
    const page: Message[] = await contact.messages(conversationId as Id, before, signal)
    const wanted = page.filter(({ order }) => order > newerThan)
    found.push(...wanted)
    before = page.at(-1)?.order
    if (page.length < pageSize || wanted.length < page.length) break
  }
  const items = found.slice(0, limit)
  return found.length > limit ? { items, older: String(items.at(-1)?.order) } : { items }
}
