import type { AgentEvent, Cursor, Id, VisitorEvent } from '@docent/protocol'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** For reading: the pool, or the transaction of a {@link Unit}. */
export type Database = Kysely<Tables>

/** `agents`, or one visitor. */
export type Stream = 'agents' | `visitor:${Id}`
export const visitorStream = (visitorId: Id): Stream => `visitor:${visitorId}`

/**
 * One job inside a group commit. What it writes and emits becomes durable together, or not at all. A job that throws is
 * undone alone; the others of its batch go through.
 */
export interface Unit {
  readonly database: Transaction<Tables>
  readonly appId: Id
  /** ms since 1970 on the server's clock. */
  readonly now: number
  /** Puts an event into the app's log. `subject`: the visitor it is about. */
  emit(stream: Stream, event: VisitorEvent | AgentEvent, subject?: Id): void
  /** Told to all nodes once this is durable. */
  signal(signal: Signal): void
}

/** What nodes tell each other: ids only, because the database is the truth. Losing one costs latency, never data. */
export type Signal =
  | { readonly type: 'committed'; readonly appId: Id; readonly streams: readonly string[] | 'all' }
  | { readonly type: 'revoked'; readonly actorId: Id }
  | {
      readonly type: 'typing'
      readonly appId: Id
      readonly visitorId: Id
      readonly conversationId: Id
      /** Present when an agent types. */
      readonly agentId?: Id
      readonly typing: boolean
    }
  /** A visitor wrote where a bot answers: the node that took it down asks the bot. */
  | { readonly type: 'bot-asked'; readonly appId: Id; readonly conversationId: Id; readonly messageId: Id }
  /** What a bot says there is over: the node that lets it speak ends it. */
  | { readonly type: 'bot-stopped'; readonly appId: Id; readonly conversationId: Id }
  /** A little more of a streamed answer; it is in the database too. */
  | {
      readonly type: 'text'
      readonly appId: Id
      readonly visitorId: Id
      readonly conversationId: Id
      readonly messageId: Id
      readonly offset: number
      readonly text: string
    }
  | {
      readonly type: 'presence'
      readonly appId: Id
      readonly kind: 'visitor' | 'agent'
      readonly actorIds: readonly Id[]
      readonly online: boolean
    }
  /** A node has just begun to listen: tell it who is online. */
  | { readonly type: 'listening' }

export interface LoggedEvent {
  readonly seq: number
  readonly event: VisitorEvent | AgentEvent
}

/** The database behind one interface; held to `contract.ts` on libSQL and PostgreSQL. */
export interface Store {
  readonly kind: 'libsql' | 'postgres'
  /** Random per database: a cursor of another one is foreign. */
  readonly epoch: string
  readonly database: Database
  /** Runs `job` in the next group commit. Rejects with a `TransportError`; `unavailable` when the database cannot store. */
  write<T>(appId: Id, job: (unit: Unit) => Promise<T>): Promise<T>
  /** Positions of the app's log: `last` is the newest, everything up to `pruned` is gone. */
  positions(appId: Id): Promise<{ readonly last: number; readonly pruned: number }>
  /** Events of a stream after a position, oldest first. `position` covers all of them. */
  readEvents(
    appId: Id,
    stream: Stream,
    after: number,
    limit: number,
  ): Promise<{ readonly events: readonly LoggedEvent[]; readonly position: number }>
  /** Told after each commit, this node's and others'. Returns how to stop. */
  onCommit(listener: (appId: Id, streams: readonly string[] | 'all') => void): () => void
  /** `local`: said by this node. */
  onSignal(listener: (signal: Signal, local: boolean) => void): () => void
  publish(signal: Signal): void
  /** Deletes events older than `before`, and all but the newest `keep` of the app. */
  prune(appId: Id, before: number, keep: number): Promise<void>
  /** Lets the running batch finish, then closes. */
  close(): Promise<void>
}

export const formatCursor = (epoch: string, seq: number): Cursor => `${epoch}.${seq}`

/** The position in a cursor, `undefined` when it is not one of this database. */
export function parseCursor(epoch: string, cursor: Cursor): number | undefined {
  const [its, seq, ...rest] = cursor.split('.')
  if (its !== epoch || seq === undefined || rest.length > 0 || !/^\d{1,15}$/.test(seq)) return undefined
  return Number(seq)
}
