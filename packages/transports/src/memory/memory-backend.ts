import type {
  Author,
  Conversation,
  Id,
  Message,
  MessagePart,
  Transport,
  TransportErrorCode,
  VisitorHint,
} from '@docent/protocol'
import { isObject, TransportError } from '@docent/protocol'
import type { MemoryContent } from './answer.ts'
import { addMessage, changeConversation } from './changes.ts'
import { createEventLog } from './event-log.ts'
import { createMemoryTransport, type MemoryHub } from './memory-transport.ts'
import { type ConversationRecord, createRecords, type VisitorRecord } from './records.ts'

export interface MemoryBackendOptions {
  /** What the `content` query hands out. Default: nothing. */
  readonly content?: MemoryContent
  /** The name that visitors see beside the team's messages. Default: `Ada`. */
  readonly agentName?: string
  /** The backend's clock, in ms since 1970. Default: the system's. */
  readonly now?: () => number
}

/** A whole support backend in memory: for examples, documentation and tests. What it holds ends with the page. */
export interface MemoryBackend {
  /** A new transport to it. Give back the same session state to be the same visitor. */
  transport(): Transport
  /** All conversations of all visitors, newest change first. */
  conversations(): readonly Conversation[]
  /** Oldest first. */
  messages(conversationId: Id): readonly Message[]
  /** What widgets hinted while connected (typing, page), oldest first. */
  hints(): readonly VisitorHint[]
  /** The agent writes: text, read as Markdown, or parts. */
  agentSays(conversationId: Id, content: string | readonly MessagePart[]): Message
  /** The agent has read everything so far. */
  agentReads(conversationId: Id): void
  agentTypes(conversationId: Id, typing?: boolean): void
  /** Asks every connected visitor's widget to show something. */
  requestSurface(feature: string, id: Id, reason: string): void
  /** Every connection is lost, as when the server restarts. */
  dropLinks(): void
  /** From now on every call is refused with this error, until it is called with `undefined`. */
  refuse(code: TransportErrorCode | undefined): void
  /** The next command is done but its answer gets lost: the transport rejects with an unknown outcome. */
  loseNextAnswer(): void
  /** Old events are gone, as after a long retention time: cursors of before are not resumed from. */
  forgetEvents(): void
}

/**
 * @example
 * const backend = createMemoryBackend()
 * const docent = createDocent({ transport: backend.transport(), features: [chat()] })
 * backend.agentSays(backend.conversations()[0].id, 'How can I help?')
 */
export function createMemoryBackend(options: MemoryBackendOptions = {}): MemoryBackend {
  const hub = createHub(options)
  const { records, log } = hub
  const agent: Author = { kind: 'agent', id: 'agent-1', name: options.agentName ?? 'Ada' }
  const find = (id: Id): ConversationRecord => {
    const record = records.conversations.get(id)
    if (!record) throw new Error(`The memory backend has no conversation ${id}; see conversations()`)
    return record
  }
  return {
    transport: () => createMemoryTransport(hub),
    conversations: () =>
      [...records.conversations.values()].sort((a, b) => b.change - a.change).map((record) => record.conversation),
    messages: (conversationId) => [...find(conversationId).messages],
    hints: () => [...hub.hints],
    agentSays(conversationId, content) {
      const parts =
        typeof content === 'string' ? [{ type: 'text', text: content, format: 'markdown' } as const] : content
      return addMessage(records, find(conversationId), agent, parts)
    },
    agentReads(conversationId) {
      const record = find(conversationId)
      const upTo = record.messages.length
      records.tell(record.visitorId, { type: 'receipt-changed', conversationId, by: 'agent', kind: 'read', upTo })
      changeConversation(records, record, { readByAgents: upTo })
    },
    agentTypes(conversationId, typing = true) {
      const event = { type: 'typing-changed', conversationId, author: agent, typing, ttlMs: 6000 } as const
      hub.tellNow(find(conversationId).visitorId, event)
    },
    requestSurface(feature, id, reason) {
      for (const visitorId of records.visitors.keys())
        hub.tellNow(visitorId, { type: 'surface-requested', feature, id, reason })
    },
    dropLinks() {
      for (const connection of [...hub.connections]) connection.drop()
    },
    refuse(code) {
      hub.refusal = code
    },
    loseNextAnswer() {
      hub.losesAnswer = true
    },
    forgetEvents: () => log.forget(),
  }
}

function createHub({ content = {}, now = Date.now }: MemoryBackendOptions): MemoryHub {
  const log = createEventLog()
  const connections: MemoryHub['connections'] = new Set()
  const records = createRecords(now, (visitorId, event) => {
    log.append(visitorId, event)
    for (const connection of connections) if (connection.visitorId === visitorId) connection.wake()
  })
  return {
    records,
    log,
    content,
    connections,
    hints: [],
    refusal: undefined,
    losesAnswer: false,
    tellNow(visitorId, event) {
      for (const connection of connections) if (connection.visitorId === visitorId) connection.tell(event)
    },
    check() {
      if (this.refusal) throw new TransportError(this.refusal, `The memory backend was told to refuse: ${this.refusal}`)
    },
    admit(state) {
      const known = isObject(state) ? records.visitors.get(String(state.visitorId)) : undefined
      if (known && isObject(state) && known.secret === state.secret) return known
      const visitor: VisitorRecord = {
        id: records.nextId('visitor'),
        secret: crypto.randomUUID(),
        traits: {},
        state: new Map(),
        recorded: [],
        acks: new Map(),
      }
      records.visitors.set(visitor.id, visitor)
      return visitor
    },
  }
}
