import type { Evaluation, Rule } from '../rules/rule.ts'
import type { Explanation, SurfaceRequest, SurfaceTicket } from './orchestrator-types.ts'

export interface Orchestrator {
  request(request: SurfaceRequest): SurfaceTicket
  explain(id?: string): Promise<readonly Explanation[]>
}

/** What `context.targeting()` resolves to: who sees what, when. Loaded only where there are rules or surfaces. */
export interface Targeting {
  readonly orchestrator: Orchestrator
  /** Within a signal effect it subscribes to just the facts that the rule reads. */
  evaluate(rule: Rule): Evaluation
}
