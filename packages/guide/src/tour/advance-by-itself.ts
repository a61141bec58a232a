import type { FeatureContext } from '@docent/core'
import { untracked } from '@preact/signals-core'
import type { Place } from '../reduce.ts'
import type { TourControl } from './tour-control.ts'

/** Steps that advance by a page or an event, whether they are on the screen or not: a link may lead to another page load. */
export function advanceByItself(
  { scope, onTrack }: Pick<FeatureContext, 'scope' | 'onTrack'>,
  control: TourControl,
): void {
  let before: Place | undefined
  /** The visitor went back to the step: the page it waits for is the one they are about to leave. */
  let isReturn = false
  scope.effect(() => {
    const place = control.place.value
    if (place?.step !== before?.step)
      isReturn = place !== undefined && place.tour === before?.tour && place.index < before.index
    before = place
    if (place?.step.advance?.kind !== 'page') return
    if (!control.isHere(place.step.advance.path)) isReturn = false
    else if (!isReturn) untracked(() => control.advance(place.step.id, false))
  })
  onTrack(({ name }) => {
    const step = control.place.peek()?.step
    if (step?.advance?.kind === 'event' && step.advance.name === name) control.advance(step.id, false)
  })
}
