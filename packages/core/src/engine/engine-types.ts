import type {
  Ack,
  Capabilities,
  Command,
  CommandId,
  CommandInput,
  CommandName,
  EventOf,
  HintOf,
  QueryInput,
  QueryName,
  QueryOutput,
  TransportError,
  VisitorVocabulary,
  Vocabulary,
} from '@docent/protocol'
import type { ReadonlySignal } from '@preact/signals-core'
import type { Write } from '../storage/storage.ts'

/** Keys in storage of files that wait for their message to be sent begin with it. */
export const filePrefix = 'file/'

/** The connection, in words a person understands. */
export type LinkStatus = 'idle' | 'connecting' | 'online' | 'offline' | 'stopped'

/** What became of a command that was put into the outbox. */
export type OutboxState = 'queued' | 'sending' | 'sent' | 'failed' | 'unconfirmed'
export interface OutboxEntry<V extends Vocabulary = VisitorVocabulary> {
  readonly command: Command<V>
  readonly state: OutboxState
  readonly attempts: number
  /** An attempt has begun whose outcome is not known. */
  readonly unsure?: boolean
  readonly error?: { readonly code: string; readonly message: string }
  /** Goes out in order with others of this name. Absent: with others of its conversation, as far as the command tells. */
  readonly lane?: string
  /** Where the files of its first parts lie in storage. They are uploaded before it, and deleted with it. */
  readonly files?: readonly string[]
  /** How much of the files is on the backend, 0…1, while they are sent. */
  readonly share?: number
}

/** Events as they arrive, before the cursor is stored. */
export interface Receiver<V extends Vocabulary> {
  /**
   * Folds events into the receiver's state. What it returns is written in the same transaction as the cursor, so that
   * cursor and cache can never disagree. Unknown events are ignored. Keys of what the backend said begin with `cache/`.
   */
  receive(events: readonly EventOf<V>[]): readonly Write[]
  /**
   * The link is up. `resumed: false`, also after a `gap` event: fetch what may be missing. Until it resolves the cursor is not
   * moved and nothing that is received is stored; when it rejects it is called again after a while.
   */
  connected?(resumed: boolean): Promise<unknown> | undefined | void
  /** Everything of the receiver's cache, asked for once: when the visitor's first act makes the session durable. */
  snapshot?(): readonly Write[]
  /** The backend knows nothing of what was received: forget it. What was cached of it is deleted already. */
  reset?(): void
  /** A command of ours got its answer. */
  settled?(command: Command<V>, outcome: { readonly ack: Ack } | { readonly error: TransportError }): void
}

/** Link, outbox and receive over one transport. Generic over the vocabulary: the widget and the inbox share it. */
export interface Link<V extends Vocabulary = VisitorVocabulary> {
  readonly status: ReadonlySignal<LinkStatus>
  /** Known after the first connection of this page view. */
  readonly capabilities: ReadonlySignal<Capabilities | undefined>
  /** Commands that the backend has not confirmed, oldest first. */
  readonly outbox: ReadonlySignal<readonly OutboxEntry<V>[]>
  /** The visitor has acted: the session, and what features cache, may be stored. */
  readonly kept: () => boolean
  /** When the next attempt is due while offline, in ms since 1970. */
  readonly retryAt: ReadonlySignal<number | undefined>
  /** Opens, and keeps open until `close()` or the scope ends. Idempotent. */
  open(): void
  close(): void
  /**
   * Puts a command into the outbox (durable before the first attempt) and opens the link. Resolves to its id once it is stored.
   * @param lane Keeps order where a conversation has two names: that of the command that started it, and its id.
   * @param files Of the first parts, in their order, each a `Blob` with a key of its own that begins with `filePrefix`. The `file.id` of such
   *   a part is empty until its file is uploaded.
   */
  send<N extends CommandName<V>>(
    name: N,
    input: CommandInput<V, N>,
    id?: CommandId,
    lane?: string,
    files?: readonly Write[],
  ): Promise<CommandId>
  /** Sends a failed or unconfirmed command again under the same id, or drops it; an upload of its files ends. */
  retry(id: CommandId): void
  discard(id: CommandId): void
  /** Tells the backend something once, without the outbox: rejects where it did not arrive. */
  tell<N extends CommandName<V>>(name: N, input: CommandInput<V, N>): Promise<Ack>
  query<N extends QueryName<V>>(name: N, input: QueryInput<V, N>, signal?: AbortSignal): Promise<QueryOutput<V, N>>
  hint(hint: HintOf<V>): void
  addReceiver(receiver: Receiver<V>): () => void
}

/** What `context.engine()` resolves to: what talks to the backend. */
export interface Engine {
  readonly link: Link<VisitorVocabulary>
}
