import type { ReadonlySignal } from '@preact/signals-core'
import { explainRule } from '../rules/explain-rule.ts'
import type { Verdict } from '../rules/rule.ts'
import type { DecidedGate, Decision, Explanation, SurfaceRequest } from './orchestrator-types.ts'

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

type Asked = Pick<SurfaceRequest, 'id' | 'slot'> & { readonly shown: ReadonlySignal<boolean> }

/** Why each of the wishes is, or is not, on the screen. A chunk of its own, because only those who ask pay for words. */
export const explain = <Wish extends Asked>(
  wishes: readonly Wish[],
  winners: readonly Wish[],
  gatesOf: (wish: Wish) => readonly DecidedGate[],
  asked: string | undefined,
): readonly Explanation[] =>
  inWords(
    wishes
      .filter(({ id }) => !asked || id === asked || id.endsWith(`/${asked}`))
      .map((wish) => {
        const { id, slot, shown } = wish
        const rival = winners.find((other) => other.slot === slot)
        const taken = rival && rival !== wish ? { verdict: false, rival: rival.id } : { verdict: true }
        return { id, slot, shown: shown.value, gates: [...gatesOf(wish), { gate: 'slot', ...taken }] }
      }),
  )

const inWords = (decisions: readonly Decision[]): readonly Explanation[] =>
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
