import { computed, type Signal, signal, untracked } from '@preact/signals-core'
import { once } from '../once.ts'
import type { Evaluation, Rule } from '../rules/rule.ts'
import type { Scope } from '../scope.ts'
import type { Manners } from './manners/manners.ts'
import type { DecidedGate, Slot, SurfaceRequest, SurfaceTicket } from './orchestrator-types.ts'
import type { Orchestrator } from './targeting-types.ts'

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
export function createOrchestrator(
  scope: Scope,
  evaluate: (rule: Rule) => Evaluation,
  load: () => Promise<Manners>,
  report: (error: unknown) => void,
): Orchestrator {
  const wishes = signal<readonly Wish[]>([])
  const manners = signal<Manners | undefined>(undefined)
  const loadManners = once(async () => void (manners.value = await load()))
  let age = 0

  const gatesOf = (wish: Wish): DecidedGate[] => {
    const { reason, rule, shown } = wish
    if (reason !== 'automatic') return [{ gate: reason, verdict: true }]
    const evaluation = rule && evaluate(rule)
    const gates = evaluation ? [{ gate: 'rule', verdict: evaluation.verdict, evaluation }] : []
    const isDue = (evaluation?.verdict ?? true) === true
    if (manners.value) return [...gates, ...manners.value.gates(wish, isDue, shown.peek())]
    // Nothing is due on most page views: then nothing more is loaded.
    if (isDue) loadManners().catch(report)
    return [...gates, { gate: 'manners', verdict: 'unknown' }]
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
    manners.peek()?.left(wish)
    leave?.()
  }
  scope.effect(() => {
    const now = winners.value
    untracked(() => {
      for (const wish of wishes.value) if (wish.leave && !now.includes(wish)) hide(wish)
      for (const wish of now) {
        if (wish.leave) continue
        wish.shown.value = true
        if (wish.reason === 'automatic') manners.peek()?.shown(wish)
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
      await loadManners()
      const { explain } = await import('./explain.ts')
      return untracked(() => explain(wishes.value, winners.value, gatesOf, asked))
    },
  }
}
