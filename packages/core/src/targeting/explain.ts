import { explainRule } from '../rules/explain-rule.ts'
import type { Verdict } from '../rules/rule.ts'
import type { Decision, Explanation } from './orchestrator-types.ts'

const whys: Readonly<Record<string, string>> = {
  'page-visible': 'the page is hidden',
  'not-typing': 'the visitor is typing',
  'no-host-dialog': 'a dialog of the page is open',
  'panel-closed': 'the panel is open',
  'nothing-unread': 'an answer is unread',
  delay: 'its delay is not over',
  'one-tab': 'another tab shows something there, or a gate before is closed',
  manners: 'what decides it is not loaded yet',
}

/** Decisions in words. A chunk of its own, because only those who ask pay for words. */
export const explain = (decisions: readonly Decision[]): readonly Explanation[] =>
  decisions.map(({ id, slot, shown, gates }) => ({
    id,
    shown,
    gates: gates.map(({ gate, verdict, evaluation, seen, rival }) => {
      const trace = evaluation && explainRule(evaluation)
      const place = `the ${slot} slot`
      const why =
        trace?.read ??
        seen ??
        (gate === 'slot' ? (rival ? `${rival} is in ${place}` : `${place} is free for it`) : whyOf(gate, verdict))
      return { gate, verdict, why, ...(trace && { trace }) }
    }),
  }))

function whyOf(gate: string, verdict: Verdict): string {
  if (gate === 'manual' || gate === 'resume') return 'was asked for'
  return verdict === true ? 'clear' : (whys[gate] ?? gate)
}
