import {
  type Ack,
  type Command,
  type Hello,
  type Id,
  type Json,
  type Session,
  type Sink,
  type Transport,
  TransportError,
  type TransportErrorCode,
  toTransportError,
  type VisitorEvent,
  type VisitorHint,
  type VisitorVocabulary,
} from '@docent/protocol'
import { createAnswers, type MemoryContent } from './answer.ts'
import { memoryCapabilities } from './capabilities.ts'
import type { EventLog } from './event-log.ts'
import { perform } from './perform.ts'
import type { MemoryRecords, VisitorRecord } from './records.ts'

interface Connection {
  readonly visitorId: Id
  /** There may be new events in the log. */
  wake(): void
  /** An event that is not in the log: typing. */
  tell(event: VisitorEvent): void
  drop(): void
}

/** What the transports of one backend share. */
export interface MemoryHub {
  readonly records: MemoryRecords
  readonly log: EventLog
  readonly content: MemoryContent
  readonly connections: Set<Connection>
  readonly hints: VisitorHint[]
  refusal: TransportErrorCode | undefined
  losesAnswer: boolean
  tellNow(visitorId: Id, event: VisitorEvent): void
  /** Throws while the backend refuses. */
  check(): void
  /** The visitor of a session's state, or a new one. */
  admit(state: Json | undefined): VisitorRecord
}

export function createMemoryTransport(hub: MemoryHub): Transport {
  let visitor: VisitorRecord | undefined
  return {
    name: 'memory',
    connect: (session, sink, signal) =>
      answer(signal, () => {
        hub.check()
        visitor = hub.admit(session.state)
        return open(hub, visitor, session, sink, signal)
      }),
    perform: (command, signal) =>
      answer(signal, () => {
        hub.check()
        if (!visitor) throw new TransportError('unavailable', 'Not connected: connect first')
        const ack = applyOnce(hub, visitor, command)
        if (hub.losesAnswer) {
          hub.losesAnswer = false
          throw new TransportError('unavailable', 'The answer got lost', { outcome: 'unknown' })
        }
        return ack
      }),
    query: (name, input, signal) =>
      answer(signal, () => {
        hub.check()
        const answers = createAnswers(hub.records, visitor, hub.content)
        if (!Object.hasOwn(answers, name)) throw new TransportError('unsupported', `Unknown query ${String(name)}`)
        return answers[name](input)
      }),
    hint(hint) {
      const isConnected = [...hub.connections].some(({ visitorId }) => visitorId === visitor?.id)
      if (isConnected) hub.hints.push(structuredClone(hint))
    },
  }
}

/** Answers are copies and come later, as from a real backend; whatever goes wrong is a {@link TransportError}. */
function answer<T>(signal: AbortSignal, make: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (): void =>
      reject(new TransportError('timeout', 'The caller has ended this call', { outcome: 'unknown' }))
    if (signal.aborted) return ended()
    signal.addEventListener('abort', ended, { once: true })
    setTimeout(() => {
      if (signal.aborted) return
      signal.removeEventListener('abort', ended)
      try {
        resolve(structuredClone(make()))
      } catch (error) {
        reject(toTransportError(error))
      }
    })
  })
}

function applyOnce(hub: MemoryHub, visitor: VisitorRecord, command: Command<VisitorVocabulary>): Ack {
  const known = visitor.acks.get(command.id)
  if (known) return { ...known, duplicate: true }
  const ack: Ack = { settled: 'stored', result: perform(hub.records, visitor, structuredClone(command)) }
  visitor.acks.set(command.id, ack)
  return ack
}

function open(
  hub: MemoryHub,
  visitor: VisitorRecord,
  session: Session,
  sink: Sink<VisitorVocabulary>,
  signal: AbortSignal,
): Hello {
  const { log, connections } = hub
  const resumedAt = session.state === undefined ? undefined : log.positionOf(session.cursor)
  let position = resumedAt ?? log.position()
  /** One macrotask later, so that `connect` has resolved before the first event. */
  const later = (run: () => void): unknown => setTimeout(() => connections.has(connection) && run())
  const connection: Connection = {
    visitorId: visitor.id,
    wake: () =>
      later(() => {
        const events = log.since(visitor.id, position)
        position = log.position()
        if (events.length > 0) sink.events(structuredClone(events), log.cursorOf(position))
      }),
    tell: (event) => later(() => sink.events([structuredClone(event)])),
    drop() {
      if (connections.delete(connection))
        sink.lost(new TransportError('unavailable', 'The memory backend dropped the link'))
    },
  }
  connections.add(connection)
  signal.addEventListener('abort', () => connections.delete(connection), { once: true })
  connection.wake()
  return {
    capabilities: memoryCapabilities,
    resumed: resumedAt !== undefined,
    cursor: log.cursorOf(position),
    state: { visitorId: visitor.id, secret: visitor.secret },
    serverNow: hub.records.now(),
  }
}
