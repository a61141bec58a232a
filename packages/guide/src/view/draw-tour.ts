import type { FeatureContext, Scope } from '@docent/core'
import { computed, type ReadonlySignal } from '@preact/signals-core'
import { guideMessages } from '../messages.ts'
import type { TourControl } from '../tour/tour-control.ts'
import { element } from './element.ts'
import { activeIn, mayTakeFocus } from './focus.ts'
import type { Sight } from './look-for.ts'
import { placeBeside } from './place-beside.ts'
import { createSpotlight } from './spotlight.ts'
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
  const t = context.translator(guideMessages)
  const page = container.ownerDocument
  const light = createSpotlight(container)
  const region = element(page, 'div', { class: 'hidden', role: 'status' })
  container.append(region)
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
    const { step, tour, index } = place
    const { title, text, target, placement = 'bottom' } = step
    const count = tour.steps.length
    const scopeOfCard = scope.child()
    const takesFocus = engaged && mayTakeFocus(page)
    engaged = false
    const card = stepCard({ t, context, control, place, page, pressed })
    region.before(card.root)
    if (takesFocus) card.heading.focus({ preventScroll: true })
    else region.textContent = t(count > 1 ? 'announce' : 'announce-one', { index: index + 1, count, title, text })
    scopeOfCard.add(() => {
      engaged ||= card.root.contains(activeIn(page))
      card.root.remove()
      region.textContent = ''
    })
    scopeOfCard.effect(() => {
      const { phase, element: reference } = sight.value
      card.point(phase === 'beside')
      if (!reference) return light(target ? undefined : [], true)
      let arrives = true
      const moved = (box: DOMRect | undefined): void => {
        light(box ? [box] : [], arrives)
        arrives = false
      }
      const { root: floating, arrow } = card
      return placeBeside({ reference, floating, arrow, gap, placement, moved })
    })
    scopeOfCard.add(() => light(undefined))
    return scopeOfCard.dispose
  })
}
