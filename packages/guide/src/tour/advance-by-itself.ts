import type { FeatureContext } from '@docent/core'
import { untracked } from '@preact/signals-core'
import type { TourControl } from './tour-control.ts'

/** Steps that advance by a page or an event, whether they are on the screen or not: a link may lead to another page load. */
export function advanceByItself(
  { scope, onTrack }: Pick<FeatureContext, 'scope' | 'onTrack'>,
  control: TourControl,
): void {
  scope.effect(() => {
    const step = control.place.value?.step
    if (step?.advance?.kind === 'page' && control.isHere(step.advance.path))
      untracked(() => control.advance(step.id, false))
  })
  onTrack(({ name }) => {
    const step = control.place.peek()?.step
    if (step?.advance?.kind === 'event' && step.advance.name === name) control.advance(step.id, false)
  })
}
