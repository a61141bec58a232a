import type { FeatureContext, Targeting } from '@docent/core'
import { untracked } from '@preact/signals-core'
import type { GuideOptions, TourDefinition } from '../options.ts'
import { advanceByItself } from './advance-by-itself.ts'
import { isRare, reduceBranching } from './branch.ts'
import type { TourControl } from './tour-control.ts'

/** What some tours do beyond one card after the other, by a press each; hotspots and banners. Loads where a definition asks for it. */
export function addMore(
  context: FeatureContext,
  { hotspots, banners }: GuideOptions,
  control: TourControl,
  targeting: Targeting,
): void {
  const { scope, report } = context
  const { evaluate } = targeting
  const { isWaiting } = control
  const isUsed = ({ until }: TourDefinition): boolean => until !== undefined && evaluate(until).verdict === true
  control.reduce = reduceBranching(evaluate, control.reduce)
  control.isWaiting = (tour) => isWaiting(tour) && !isUsed(tour)
  control.loadKinds = async () =>
    control.place.peek()?.tour.steps.some(isRare) ? import('../view/kinds/index.ts') : undefined
  advanceByItself(context, control)
  scope.effect(() => {
    const { step, tour } = control.place.value ?? {}
    if (step?.kind === 'hidden' && !step.advance && control.isHere(step.page ?? '/*'))
      queueMicrotask(() => scope.signal.aborted || control.advance(step.id, true))
    if (tour && isUsed(tour)) untracked(() => control.stop('used'))
  })
  if (!hotspots && !banners) return
  import('../notices/show-notices.ts').then(
    ({ showNotices }) => showNotices(context, targeting, { hotspots, banners }),
    report,
  )
}
