import type { ReadonlySignal } from '@preact/signals-core'
import type { Facts, Rule, Trace, Verdict } from '../rules/rule.ts'
import type { Explanation, SurfaceRequest, SurfaceTicket } from './orchestrator-types.ts'

export interface Orchestrator {
  request(request: SurfaceRequest): SurfaceTicket
  explain(id?: string): readonly Explanation[]
}

/** What `context.targeting()` resolves to: who sees what, when. Loaded only where there are rules or surfaces. */
export interface Targeting {
  readonly orchestrator: Orchestrator
  readonly facts: Facts
  evaluate(rule: Rule): { readonly verdict: Verdict; readonly trace: Trace }
  /** Follows a rule: re-evaluated by the facts it read, never by a timer. Ends with the widget. */
  watch(rule: Rule): ReadonlySignal<Verdict>
}
