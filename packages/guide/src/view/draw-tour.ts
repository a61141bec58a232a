import type { FeatureContext, Scope } from '@docent/core'
import { computed, type ReadonlySignal } from '@preact/signals-core'
import { guideMessages } from '../messages.ts'
import type { Place } from '../reduce.ts'
import type { TourControl } from '../tour/tour-control.ts'
import { element } from './element.ts'
import { activeIn, mayTakeFocus } from './focus.ts'
import type { Sight } from './look-for.ts'
import { moveSpot } from './move-spot.ts'
import { placeBeside } from './place-beside.ts'
import { stepCard } from './step-card.ts'

interface TourDrawing {
  readonly context: FeatureContext
  readonly control: TourControl
  readonly sight: ReadonlySignal<Sight>
  readonly container: HTMLElement
  readonly scope: Scope
}

/** Half of it is the spotlight's margin around the target, px. */
const gap = 16

/** Draws spotlight, card and live region of a tour into the container, a card for each step that is in sight. */
export function drawTour({ context, control, sight, container, scope }: TourDrawing): void {
  const page = container.ownerDocument
  const spot = element(page, 'div', { class: 'spot' })
  const region = element(page, 'div', { class: 'hidden', role: 'status' })
  container.append(spot, region)
  /** The visitor asked for the tour, or was on its card: the next card takes the focus. Others are announced. */
  let engaged = control.byHand()
  const pressed = (): void => void (engaged = true)
  // Of the place only the step: it is a new object with whatever else is kept about the visitor.
  const inSight = computed(() => {
    const { step, phase } = sight.value
    return phase !== 'looking' && step === control.place.value?.step ? step : undefined
  })
  scope.effect(() => {
    const place = inSight.value && control.place.peek()
    if (!place) return
    const scopeOfCard = scope.child()
    const takesFocus = engaged && mayTakeFocus(page)
    engaged = false
    const card = stepCard({ context, control, place, page, pressed })
    region.before(...(place.step.target ? [] : [element(page, 'div', { class: 'scrim' })]), card.root)
    region.textContent = takesFocus ? '' : newsOf(context, place)
    scopeOfCard.add(() => {
      engaged ||= card.root.contains(activeIn(page) ?? null)
      spot.classList.remove('on')
      while (spot.nextSibling !== region) spot.nextSibling?.remove()
      region.textContent = ''
    })
    scopeOfCard.effect(() => {
      const { phase, element: reference } = sight.value
      card.point(phase === 'beside')
      spot.classList.toggle('on', reference !== undefined)
      if (!reference) return
      const { root: floating, arrow } = card
      const { placement = 'bottom' } = place.step
      return placeBeside({ reference, floating, arrow, gap, placement, moved: moveSpot(spot) })
    })
    if (takesFocus) card.heading.focus({ preventScroll: true })
    return scopeOfCard.dispose
  })
}

/** What a screen reader is told of a step that does not take the focus. */
function newsOf({ translator }: Pick<FeatureContext, 'translator'>, { step, tour, index }: Place): string {
  const count = tour.steps.length
  const { title, text } = step
  return translator(guideMessages)(count > 1 ? 'announce' : 'announce-one', { index: index + 1, count, title, text })
}
