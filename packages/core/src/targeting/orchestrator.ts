import { computed, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals-core'
import type { Evaluation, Rule } from '../rules/rule.ts'
import type { Scope } from '../scope.ts'
import type { DecidedGate, Slot, SurfaceRequest, SurfaceTicket } from './orchestrator-types.ts'
import type { Orchestrator } from './targeting-types.ts'

/** Why automatic surfaces must wait, by the name of the gate; `false` lets them through. */
export type Holds = Readonly<Record<string, ReadonlySignal<boolean>>>

interface Wish extends SurfaceRequest {
  readonly age: number
  readonly shown: Signal<boolean>
  leave?: (() => void) | undefined
}

/** Manual first and the latest of them; then by priority; then the older. Negative: `a` goes first. */
const better = (a: Wish, b: Wish): number =>
  Number(b.reason === 'manual') - Number(a.reason === 'manual') ||
  (b.priority ?? 0) - (a.priority ?? 0) ||
  (a.reason === 'manual' ? b.age - a.age : a.age - b.age)

/** Decides who is on the screen: one surface per slot, the manual before the automatic, the important before the rest. */
export function createOrchestrator(scope: Scope, holds: Holds, evaluate: (rule: Rule) => Evaluation): Orchestrator {
  const wishes = signal<readonly Wish[]>([])
  let age = 0

  const gatesOf = ({ reason, rule }: Wish): DecidedGate[] => {
    if (reason !== 'automatic') return [{ gate: reason, verdict: true }]
    const evaluation = rule && evaluate(rule)
    return [
      ...(evaluation ? [{ gate: 'rule', verdict: evaluation.verdict, evaluation }] : []),
      ...Object.entries(holds).map(([gate, active]) => ({ gate, verdict: !active.value })),
    ]
  }
  /** What is on the screen stays there through holds: they keep things from appearing, they do not take them away. */
  const eligible = (wish: Wish): boolean => wish.shown.peek() || gatesOf(wish).every(({ verdict }) => verdict === true)
  const winners = computed(() => {
    const bySlot = new Map<Slot, Wish>()
    for (const wish of wishes.value) {
      const rival = bySlot.get(wish.slot)
      if (eligible(wish) && (!rival || better(wish, rival) < 0)) bySlot.set(wish.slot, wish)
    }
    return [...bySlot.values()]
  })
  const hide = (wish: Wish): void => {
    const { leave } = wish
    wish.leave = undefined
    wish.shown.value = false
    leave?.()
  }
  scope.effect(() => {
    const now = winners.value
    untracked(() => {
      for (const wish of wishes.value) if (wish.leave && !now.includes(wish)) hide(wish)
      for (const wish of now) {
        if (wish.leave) continue
        wish.shown.value = true
        wish.leave = wish.show()
      }
    })
  })
  scope.add(() => wishes.peek().forEach(hide))
  return {
    request(request): SurfaceTicket {
      const wish: Wish = { ...request, age: age++, shown: signal<boolean>(false) }
      wishes.value = [...wishes.peek(), wish]
      return {
        shown: wish.shown,
        release() {
          wishes.value = wishes.peek().filter((other) => other !== wish)
          hide(wish)
        },
      }
    },
    async explain(asked) {
      const decisions = untracked(() =>
        wishes.value
          .filter(({ id }) => !asked || id === asked || id.endsWith(`/${asked}`))
          .map((wish) => {
            const rival = winners.value.find(({ slot }) => slot === wish.slot)
            const taken = rival && rival !== wish ? { verdict: false, rival: rival.id } : { verdict: true }
            const { id, slot, shown } = wish
            return { id, slot, shown: shown.value, gates: [...gatesOf(wish), { gate: 'slot', ...taken }] }
          }),
      )
      return (await import('./explain.ts')).explain(decisions)
    },
  }
}
