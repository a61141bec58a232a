import type { Capabilities, Id, Session, Transport } from '@docent/protocol'
import type { ContractRule } from '../runner.ts'

/** What the author of a transport gives the suite. */
export interface TransportHarness {
  readonly name: string
  /** What the backend can do. Rules about what it cannot are skipped; rule T14 holds the transport to it. */
  readonly capabilities: Capabilities
  /** Rules that cannot be tried with this bench, by number, each with the reason that the report shows. */
  readonly skips?: Readonly<Record<string, string>>
  /** How long anything that must happen may take, in ms. Default: 5000. */
  readonly patienceMs?: number
  /** A backend without any visitor in it. */
  open(): Promise<TransportBench>
}

/** A running backend, and the hands that the rules need on its other side. */
export interface TransportBench {
  /** A new transport to the backend, as another page or device would have it. */
  transport(): Transport
  /** How a visitor who was never here before arrives. Default: `{ app: 'default' }`, anonymous. */
  session?(): Session
  /** A member of the team writes into a conversation. Resolves when the backend has it. */
  agentSays(conversationId: Id, text: string): Promise<void>
  /** A member of the team has read all of a conversation. Needed where `receipts.read` is declared (T11). */
  agentReads?(conversationId: Id): Promise<void>
  /** Cuts every open connection, as a network does. The backend can be reached again at once. Needed for T18. */
  cutLinks?(): Promise<void> | void
  close(): Promise<void>
}

export type TransportRule = ContractRule<TransportHarness, RuleContext>

/** What one rule works on. */
export interface RuleContext {
  readonly bench: TransportBench
  readonly capabilities: Capabilities
  readonly patienceMs: number
  /** Aborts when the rule ends. */
  readonly signal: AbortSignal
}
