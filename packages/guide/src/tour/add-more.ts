import type { FeatureContext, Targeting } from '@docent/core'
import { untracked } from '@preact/signals-core'
import type { TourDefinition } from '../options.ts'
import { advanceByClick } from './advance-by-click.ts'
import { advanceByItself } from './advance-by-itself.ts'
import { isRare, reduceBranching } from './branch.ts'
import type { TourControl } from './tour-control.ts'

/** What some tours do beyond one card after the other, by a press each. Loads where a definition asks for it. */
export function addMore(context: FeatureContext, control: TourControl, evaluate: Targeting['evaluate']): void {
  const { scope } = context
  const isUsed = ({ until }: TourDefinition): boolean => until !== undefined && evaluate(until).verdict === true
  control.reduce = reduceBranching(evaluate, control.reduce)
  control.loadKinds = async () =>
    control.place.peek()?.tour.steps.some(isRare) ? import('../view/kinds/index.ts') : undefined
  control.followClick = advanceByClick(control)
  advanceByItself(context, control)
  scope.effect(() => {
    const { step, tour } = control.place.value ?? {}
    if (step?.kind === 'hidden' && !step.advance && control.isHere(step.page ?? '/*'))
      queueMicrotask(() => scope.signal.aborted || control.advance(step.id, true))
    if (tour && isUsed(tour)) untracked(() => control.stop('used'))
  })
}
