import type { CommandName, QueryName, VisitorVocabulary } from '@docent/protocol'
import type { TransportHarness } from './transport-harness.ts'

type Condition = (harness: TransportHarness) => string | undefined

/** The first reason why a rule does not apply. */
export const needs =
  (...conditions: readonly Condition[]): Condition =>
  (harness) => {
    for (const condition of conditions) {
      const reason = condition(harness)
      if (reason !== undefined) return reason
    }
    return undefined
  }

export const commands =
  (...names: readonly CommandName<VisitorVocabulary>[]): Condition =>
  ({ capabilities }) => {
    const missing = names.find((name) => !capabilities.commands.includes(name))
    return missing && `the command ${missing} is not declared`
  }

export const queries =
  (...names: readonly QueryName<VisitorVocabulary>[]): Condition =>
  ({ capabilities }) => {
    const missing = names.find((name) => !capabilities.queries.includes(name))
    return missing && `the query ${missing} is not declared`
  }

export const resumesByCursor: Condition = ({ capabilities: { resume } }) =>
  resume === 'cursor' ? undefined : `resume is ${resume}`

export const serverIdempotency: Condition = ({ capabilities: { idempotency } }) =>
  idempotency === 'server' ? undefined : `idempotency is ${idempotency}`

export const echoes: Condition = ({ capabilities: { idempotency } }) =>
  idempotency === 'none' ? 'idempotency is none' : undefined

export const readReceipts: Condition = ({ capabilities: { receipts } }) =>
  receipts.read ? undefined : 'read receipts are not declared'

export const visitorState: Condition = ({ capabilities: { state } }) =>
  state ? undefined : 'visitor state is not declared'
