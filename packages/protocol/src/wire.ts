import type { TransportErrorCode } from './error.ts'
import type { Cursor, Id, Json, Millis } from './primitives.ts'
import type { Capabilities, Handover } from './transport.ts'
import type { Ack, Command, Vocabulary } from './vocabulary.ts'

/** The own server's HTTP wire: bodies of `/v1/*`. Agents use the same shapes under `/v1/agent/*`. */

/** `POST /v1/session` */
export interface SessionRequest {
  readonly app: string
  /** A visitor who has been here before, proven by the secret. Absent: a new one is made. */
  readonly visitor?: { readonly id: Id; readonly secret: string }
  /** A JWT signed by the customer's backend: signs the visitor in. */
  readonly token?: string
  /** A one-time token of the query `handover`: this browser becomes the same visitor, with a secret of its own. */
  readonly handover?: Handover
  /** So that the answer can say whether events since then are all there. */
  readonly cursor?: Cursor
}
export interface SessionAnswer {
  /** The visitor is the one of the request's `handover`. Absent: its token was of no use. */
  readonly handedOver?: boolean
  readonly visitor: { readonly id: Id; readonly secret: string }
  /** Goes into `Authorization: Bearer …`; never stored. */
  readonly accessToken: string
  readonly expiresAt: Millis
  readonly capabilities: Capabilities
  readonly cursor: Cursor
  readonly resumed: boolean
  readonly serverNow: Millis
}

/** `POST /v1/commands`: at most {@link maxCommandsPerBatch}; each has its own result, so one bad one never blocks the rest. */
export interface CommandsRequest<V extends Vocabulary> {
  readonly commands: readonly Command<V>[]
}
export interface CommandsAnswer {
  readonly results: readonly CommandOutcome[]
}
export type CommandOutcome = { readonly id: string } & (
  | { readonly ok: true; readonly ack: Ack }
  | { readonly ok: false; readonly status: number; readonly error: WireError }
)
/** The body of every 4xx and 5xx answer, under `error`. */
export interface WireError {
  readonly code: TransportErrorCode
  /** What is wrong and how to mend it. */
  readonly message: string
  readonly retryAfterMs?: number
}

/**
 * `POST /v1/uploads?command=<id>&index=<n>&name=<name>&type=<mime>` with the file as `application/octet-stream`: answers with
 * a `FileRef`. The same command and index is the same file, however often it is sent.
 */
export const maxUploadBytes = 25 * 1024 * 1024

/** `POST /v1/queries/:name` with the query's input; answers with its output. */
export interface QueryAnswer {
  readonly output: Json
}

/** One `data:` line of `GET /v1/events?after=<cursor>` (server-sent events; comments are keep-alives). */
export interface EventsFrame {
  readonly events: readonly { readonly type: string }[]
  readonly cursor: Cursor
}

/**
 * A frame to `/v1/socket`: one of the calls above in a socket, answered under its number. `path` is `session` (the first; it
 * carries what proves the visitor, so nothing of that is in an address), `commands`, `queries/<name>`, `hints`, or `events` with
 * `{ after }`, from which on {@link EventsFrame}s come between the answers.
 */
export interface SocketCall {
  readonly id: number
  readonly path: string
  readonly body: unknown
}
/** The answer to the call with this number: what the answer by HTTP would have been. */
export interface SocketAnswer {
  readonly id: number
  readonly status: number
  readonly body?: unknown
}

export const maxCommandsPerBatch = 20
export const maxCommandBytes = 64 * 1024
export const maxTextLength = 10_000
