/** The small values every other file of the protocol is made of. */

/** An identifier that the backend gave. Opaque: never parsed, never guessed. */
export type Id = string

/** Made by the client, unlike any other, the same over every retry of one command. Repeating it has the effect of sending it once. */
export type CommandId = string

/** A position in a stream of events. The engine stores it and hands it back; only the transport reads it. */
export type Cursor = string

/** An instant on the SERVER's clock, in ms since 1970 UTC. Client clocks never order anything. */
export type Millis = number

/** Data that survives `JSON.stringify` unchanged. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Facts about a visitor or the app: plan, role, sign-up date. Flat on purpose, so that rules can read them. */
export type Traits = Readonly<Record<string, Json>>

/** One page of a list that is read backwards: `older` is absent when there is nothing before it. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly older?: Cursor
}
