import type { TransportError } from './error.ts'
import type { FileRef, MessagePart } from './message.ts'
import type { CommandId, Cursor, Json, Millis } from './primitives.ts'
import type { VisitorVocabulary } from './visitor.ts'
import type {
  Ack,
  Command,
  CommandName,
  EventOf,
  HintOf,
  QueryInput,
  QueryName,
  QueryOutput,
  Vocabulary,
} from './vocabulary.ts'

/** What a backend can do. What it cannot is hidden, not broken. */
export interface Capabilities {
  /** `cursor`: events are replayed after it; `history`: refetch and merge; `none`: live only. */
  readonly resume: 'cursor' | 'history' | 'none'
  /** `server`: the same command id has one effect; `echo`: the id comes back in the event; `none`: neither. */
  readonly idempotency: 'server' | 'echo' | 'none'
  readonly commands: readonly string[]
  readonly queries: readonly string[]
  readonly parts: readonly MessagePart['type'][]
  readonly hints: readonly string[]
  readonly receipts: { readonly delivered: boolean; readonly read: boolean }
  readonly files: false | { readonly maxBytes: number; readonly accept: readonly string[]; readonly perMessage: number }
  readonly stream: boolean
  readonly identity: readonly ('anonymous' | 'signed')[]
  readonly conversations: 'many' | 'one'
  /** `false`: visitor state lives in this browser only. */
  readonly state: boolean
  /** Methods that only work while connected (over a socket). */
  readonly linkBound: readonly ('perform' | 'query' | 'upload' | 'hint')[]
  readonly maxTextLength: number
}

/** What carries an anonymous visitor to another origin of the app. */
export interface Handover {
  /** Of the query `handover`: one use, one minute. */
  readonly token: string
  /** The origin of the page that led here, as the browser says. The token is good only if it was made there. */
  readonly from: string
}

/** Who connects, and what the transport told us to remember last time. */
export interface Session {
  readonly app: string
  /** What {@link Hello.state} was last time (for the own server: visitor id and secret). Never read by the engine. */
  readonly state?: Json | undefined
  /** Resume after this event. */
  readonly cursor?: Cursor | undefined
  /** The visitor comes from another origin of the app. */
  readonly handover?: Handover
  /** Present when the host signed the visitor in: a fresh token each time it is called. */
  getToken?(why: 'first' | 'expired' | 'rejected'): Promise<string>
}

/** The answer to a successful {@link Transport.connect}. */
export interface Hello {
  readonly capabilities: Capabilities
  /** `true`: every event since the session's cursor will be told. `false`: fetch history. */
  readonly resumed: boolean
  readonly cursor?: Cursor
  /** To be stored (after the visitor's own act, as consent allows) and given back in the next {@link Session}. */
  readonly state?: Json
  readonly serverNow?: Millis
  /** The visitor is the one of {@link Session.handover}. Absent: its token was of no use here. */
  readonly handedOver?: boolean
}

/** Where a transport delivers. After the connection's signal aborts, neither is called again. */
export interface Sink<V extends Vocabulary> {
  /** Events in the backend's order; `cursor` covers all of them. */
  events(batch: readonly EventOf<V>[], cursor?: Cursor): void
  /** The connection is gone; at most once per connect. The engine decides when to connect again. */
  lost(error: TransportError): void
}

export interface Upload {
  readonly commandId: CommandId
  readonly index: number
  readonly file: Blob
  readonly name: string
  onProgress?(sentBytes: number, totalBytes: number): void
}

/**
 * How Docent reaches a backend. It moves data and decides nothing: no retry, no queue, no order, no storage.
 * Every lifetime is a signal; every rejection is a {@link TransportError}.
 * @example
 * const transport: Transport = { name: 'mine', connect, perform, query }
 */
export interface Transport<V extends Vocabulary = VisitorVocabulary> {
  readonly name: string
  /** Events may flow once it resolves, none before. Aborting the signal closes. */
  connect(session: Session, sink: Sink<V>, signal: AbortSignal): Promise<Hello>
  /** Durable once resolved. */
  perform(command: Command<V, CommandName<V>>, signal: AbortSignal): Promise<Ack>
  query<N extends QueryName<V>>(name: N, input: QueryInput<V, N>, signal: AbortSignal): Promise<QueryOutput<V, N>>
  /** Typing, page: never queued, never retried, dropped when offline. */
  hint?(hint: HintOf<V>): void
  upload?(file: Upload, signal: AbortSignal): Promise<FileRef>
}
