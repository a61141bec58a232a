import type { Targeting } from '@docent/core'
import type { Id } from '@docent/protocol'
import { untracked } from '@preact/signals-core'
import type { Answer, Branch, StepDefinition } from '../options.ts'
import { placeOf, type reduceTour } from '../reduce.ts'

/** As `reduceTour`, for tours with branches and hidden steps: "Back" goes the way that was come. */
export const reduceBranching =
  (evaluate: Targeting['evaluate'], plain: typeof reduceTour): typeof reduceTour =>
  (tours, progress, act) => {
    const place = placeOf(tours, progress)
    if (!progress || place?.step.id !== act.from) return plain(tours, progress, act)
    const { step, index, tour } = place
    const { trail, ...rest } = progress
    const at = (id: Id | undefined) => tour.steps.find((one) => one.id === id)
    if (act.type === 'back') {
      const before = at(trail?.at(-1)) ?? tour.steps.slice(0, index).findLast(({ kind }) => kind !== 'hidden')
      return before ? { ...rest, step: before.id, ...(trail?.length && { trail: trail.slice(0, -1) }) } : progress
    }
    const branch = step.next?.find((one) => holds(one, act.answer, evaluate))
    const next = branch ? at(branch.to) : tour.steps[index + 1]
    const way = step.kind === 'hidden' ? trail : [...(trail ?? []), step.id]
    return next && { ...rest, step: next.id, ...(way && { trail: way }) }
  }

const holds = ({ when, answer }: Branch, given: Answer | undefined, evaluate: Targeting['evaluate']): boolean =>
  (!when || untracked(() => evaluate(when).verdict === true)) && (answer === undefined || isGiven(answer, given))

function isGiven(wanted: NonNullable<Branch['answer']>, given: Answer | undefined): boolean {
  if (typeof wanted === 'string') return given === wanted
  const { atLeast = -Infinity, atMost = Infinity } = wanted
  return typeof given === 'number' && given >= atLeast && given <= atMost
}

/** Whether a step is more than a card and a button. */
export const isRare = ({ kind, action, advance, ifMissing }: StepDefinition): boolean =>
  kind !== undefined || action !== undefined || advance?.kind === 'input' || ifMissing !== undefined
