import type {
  Ack,
  Capabilities,
  Command,
  Cursor,
  EventOf,
  Json,
  TransportErrorCode,
  TransportErrorDetails,
  Vocabulary,
} from '@docent/protocol'

/** What tabs of one identity tell each other: copies of plain data. All but `ask` come from the tab that leads. */
export type TabMessage<V extends Vocabulary> =
  | Question
  /** Somebody asked; the answer may take longer. */
  | { readonly kind: 'heard' }
  | { readonly kind: 'answer'; readonly id: string; readonly value: unknown }
  | { readonly kind: 'answer'; readonly id: string; readonly error: PlainError }
  /** From now on the sender leads: whoever led or followed another one begins anew. */
  | { readonly kind: 'leads' }
  /** The sender does not lead any more. */
  | { readonly kind: 'over' }
  | { readonly kind: 'events'; readonly events: readonly EventOf<V>[]; readonly cursor?: Cursor }
  | { readonly kind: 'settled'; readonly command: Command<V>; readonly ack: Ack }

/** `join`: to follow from now on; `flush`: there is something to send, or only to know that somebody leads. */
export interface Question {
  readonly kind: 'ask'
  readonly id: string
  readonly method: 'join' | 'flush' | 'perform' | 'query' | 'hint'
  readonly args: readonly unknown[]
}

/** The answer to `join`. */
export interface Joined {
  readonly capabilities: Capabilities
  readonly state?: Json
  /** Up to which everything was told, to the tab that leads. */
  readonly cursor?: Cursor
}

export interface PlainError extends Omit<TransportErrorDetails, 'cause'> {
  readonly code: TransportErrorCode
  readonly text: string
}
