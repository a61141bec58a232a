import type { AgentCommands } from '@docent/protocol'
import type { AgentRow } from '../../records/agents.ts'

/** The signed-in agent, and the session that a change of password leaves alone. */
export interface AgentActor {
  readonly agent: AgentRow
  readonly sessionHash: string
}

export type AgentInput<Name extends keyof AgentCommands> = AgentCommands[Name]['input']
export type AgentResult<Name extends keyof AgentCommands> = AgentCommands[Name]['result']
