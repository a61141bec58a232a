import type { StepDefinition, TourDefinition } from '@docent/guide'
import type { Tell } from './problem.ts'

/** After the last step. */
const end = -1

/** Steps that no way leads to, that no way leads out of, and loops that nobody stops. */
export function findStepProblems({ id, steps }: TourDefinition, tell: Tell): void {
  const ways = steps.map((_, index) => waysOut(steps, index))
  const reached = follow([0], (index) => ways[index] ?? [])
  const backwards = (index: number): number[] => steps.flatMap((_, from) => (ways[from]?.includes(index) ? [from] : []))
  const finishes = follow([end], backwards)
  const spins = (index: number): boolean =>
    isPassing(steps[index]) &&
    follow(ways[index] ?? [], (at) => (isPassing(steps[at]) ? (ways[at] ?? []) : [])).has(index)
  steps.forEach((step, index) => {
    const name = `The step “${step.id}” of the tour “${id}”`
    if (!reached.has(index)) tell('warning', `${name} is never reached`, 'Let a step lead to it, or remove it')
    else if (spins(index))
      tell(
        'error',
        `${name} goes in a circle without waiting for the visitor`,
        'Let a hidden step of the circle wait with `advance`',
      )
    else if (!finishes.has(index)) tell('error', `${name} never comes to an end`, 'Let a branch lead out of the circle')
  })
}

/** What goes on by itself, at once. */
const isPassing = (step: StepDefinition | undefined): boolean => step?.kind === 'hidden' && !step.advance

/** Where a step can lead: its branches, and the step after it unless one branch always holds. */
function waysOut(steps: readonly StepDefinition[], index: number): number[] {
  const { next = [] } = steps[index] ?? {}
  const certain = next.findIndex(({ when, answer }) => !when && answer === undefined)
  const branches = certain < 0 ? next : next.slice(0, certain + 1)
  const ways = branches.map(({ to }) => (to === undefined ? end : steps.findIndex(({ id }) => id === to)))
  const after = index + 1 < steps.length ? index + 1 : end
  return certain < 0 ? [...ways, after] : ways
}

function follow(from: readonly number[], ways: (index: number) => readonly number[]): ReadonlySet<number> {
  const found = new Set(from)
  for (const index of found) for (const next of ways(index)) found.add(next)
  return found
}
