import type { CommandId, Json, Millis } from './primitives.ts'

/**
 * A vocabulary names what one side may say and hear: commands (durable), queries (answers), events (what comes in),
 * hints (ephemeral). The link, the outbox and the transports are generic over it; `visitor.ts` and `agent.ts` fill it in.
 */
export interface Vocabulary {
  /** By name: `{ input, result }`. */
  readonly commands: object
  /** By name: `{ input, output }`. */
  readonly queries: object
  readonly event: { readonly type: string }
  readonly hint: { readonly type: string }
}

type Member<Entry, Key extends string> = Entry extends { readonly [K in Key]: infer Value } ? Value : never

export type CommandName<V extends Vocabulary> = keyof V['commands'] & string
export type QueryName<V extends Vocabulary> = keyof V['queries'] & string
export type CommandInput<V extends Vocabulary, N extends CommandName<V>> = Member<V['commands'][N], 'input'>
export type CommandResult<V extends Vocabulary, N extends CommandName<V>> = Member<V['commands'][N], 'result'>
export type QueryInput<V extends Vocabulary, N extends QueryName<V>> = Member<V['queries'][N], 'input'>
export type QueryOutput<V extends Vocabulary, N extends QueryName<V>> = Member<V['queries'][N], 'output'>
export type EventOf<V extends Vocabulary> = V['event']
export type HintOf<V extends Vocabulary> = V['hint']

/** Something to be done once, however often it is sent. */
export type Command<V extends Vocabulary, N extends CommandName<V> = CommandName<V>> = {
  [K in N]: {
    readonly id: CommandId
    readonly name: K
    readonly input: CommandInput<V, K>
    /** When the person did it, on THEIR clock: shown while it is pending, never used for order. */
    readonly createdAt: Millis
  }
}[N]

/** The backend has it. */
export interface Ack {
  /** `accepted`: durable, but shown as "sending" until the echo event arrives. */
  readonly settled: 'stored' | 'accepted'
  /** It had been there already: fine, not an error. */
  readonly duplicate?: boolean
  /** What the command made, by the vocabulary's `result` type. */
  readonly result?: Json
}
