import { computed, type ReadonlySignal, signal, untracked } from '@preact/signals-core'
import type { Rule, Trace } from '../rules/rule.ts'
import type { Scope } from '../scope.ts'
import type { Explanation, Slot, SurfaceRequest, SurfaceTicket } from './orchestrator-types.ts'
import type { Orchestrator } from './targeting-types.ts'

/** Why automatic surfaces must wait now; `active` false lets them through. */
export interface Hold {
  readonly gate: string
  readonly why: string
  readonly active: ReadonlySignal<boolean>
}

interface Wish extends SurfaceRequest {
  readonly age: number
  readonly shown: ReturnType<typeof signal<boolean>>
  leave?: (() => void) | undefined
}

type Gate = Explanation['gates'][number]

/** Manual first and the latest of them; then by priority; then the older. Negative: `a` goes first. */
const better = (a: Wish, b: Wish): number =>
  Number(b.reason === 'manual') - Number(a.reason === 'manual') ||
  (b.priority ?? 0) - (a.priority ?? 0) ||
  (a.reason === 'manual' ? b.age - a.age : a.age - b.age)

/** Decides who is on the screen: one surface per slot, the manual before the automatic, the important before the rest. */
export function createOrchestrator(
  scope: Scope,
  holds: readonly Hold[],
  evaluate: (rule: Rule) => Trace,
): Orchestrator {
  const wishes = signal<readonly Wish[]>([])
  let age = 0

  const gatesOf = (wish: Wish): Gate[] => {
    if (wish.reason !== 'automatic') return [{ gate: wish.reason, verdict: true, why: 'was asked for' }]
    const gates: Gate[] = []
    if (wish.rule) {
      const trace = evaluate(wish.rule)
      gates.push({ gate: 'rule', verdict: trace.verdict, why: trace.read, trace })
    }
    for (const { gate, why, active } of holds)
      gates.push({ gate, verdict: !active.value, why: active.value ? why : 'clear' })
    return gates
  }
  const open = (wish: Wish): boolean => gatesOf(wish).every(({ verdict }) => verdict === true)
  /** What is on the screen stays there through holds: they keep things from appearing, they do not take them away. */
  const eligible = (wish: Wish): boolean => wish.shown.peek() === true || open(wish)
  const winners = computed(() => {
    const bySlot = new Map<Slot, Wish>()
    for (const wish of wishes.value) {
      const rival = bySlot.get(wish.slot)
      if (eligible(wish) && (!rival || better(wish, rival) < 0)) bySlot.set(wish.slot, wish)
    }
    return new Set(bySlot.values())
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
      for (const wish of wishes.value) if (wish.leave && !now.has(wish)) hide(wish)
      for (const wish of now) {
        if (wish.leave) continue
        wish.shown.value = true
        wish.leave = wish.show()
      }
    })
  })
  scope.add(() => {
    for (const wish of wishes.peek()) hide(wish)
  })

  const explainOne = (wish: Wish): Explanation => {
    const rival = [...winners.peek()].find(({ slot }) => slot === wish.slot)
    const free: Gate =
      !rival || rival === wish
        ? { gate: 'slot', verdict: true, why: `the ${wish.slot} slot is free for it` }
        : { gate: 'slot', verdict: false, why: `${rival.id} is in the ${wish.slot} slot` }
    return { id: wish.id, shown: wish.shown.peek() === true, gates: [...gatesOf(wish), free] }
  }
  return {
    request(request): SurfaceTicket {
      const wish: Wish = { ...request, age: age++, shown: signal<boolean>(false) }
      wishes.value = [...wishes.peek(), wish]
      return {
        shown: wish.shown as ReadonlySignal<boolean>,
        release() {
          wishes.value = wishes.peek().filter((other) => other !== wish)
          hide(wish)
        },
      }
    },
    explain: (id) =>
      untracked(() =>
        wishes
          .peek()
          .filter((wish) => !id || wish.id === id || wish.id.endsWith(`/${id}`))
          .map(explainOne),
      ),
  }
}
