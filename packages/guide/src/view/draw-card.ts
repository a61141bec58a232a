import type { StepDrawing } from './draw-tour.ts'
import { activeIn, mayTakeFocus } from './focus.ts'
import { placeBeside } from './place-beside.ts'
import { type StepCard, stepCard } from './step-card.ts'

/** Half of it is the spotlight's margin around the target, px. */
const gap = 16

/** The card of a step, and the page darkened but for its target. */
export function drawCard(drawing: StepDrawing): StepCard {
  const { place, page, region, sight, light, t, focus, scope } = drawing
  const { step, tour, index } = place
  const { title, text, target, placement = 'bottom' } = step
  const count = tour.steps.length
  const takesFocus = focus.engaged && mayTakeFocus(page)
  focus.engaged = false
  const card = stepCard({ ...drawing, pressed: () => void (focus.engaged = true) })
  region.before(card.root)
  if (takesFocus) card.heading.focus({ preventScroll: true })
  else
    region.textContent = [count > 1 && t('step', { index: index + 1, count }), title, text].filter(Boolean).join('. ')
  scope.add(() => {
    focus.engaged ||= card.root.contains(activeIn(page))
    card.root.remove()
    region.textContent = ''
  })
  scope.effect(() => {
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
  scope.add(() => light(undefined))
  return card
}
