import type { Scope } from '@docent/core'
import { seenBoxOf } from '../box-of.ts'
import type { DrawCard, StepDrawing } from '../draw-tour.ts'
import { element } from '../element.ts'
import { watchBoxes } from '../watch-boxes.ts'
import { adoptKinds } from './styles.ts'

/** A dot at the corner of a control, named by what it tells. Follows it, and hides with it. */
export function drawDot(
  container: HTMLElement,
  target: Element,
  label: string,
  scope: Scope,
  press: () => void,
): HTMLElement {
  const page = container.ownerDocument
  adoptKinds(container)
  const dot = element(page, 'button', {
    type: 'button',
    class: 'hot',
    'aria-label': label,
    'aria-expanded': 'false',
    onclick: press,
  })
  container.append(dot)
  const seen = seenBoxOf(target, page)
  const isMirrored = getComputedStyle(target).direction === 'rtl'
  scope.add(
    watchBoxes([target], page, () => {
      const box = seen()
      dot.classList.toggle('placed', box !== undefined)
      dot.hidden = !box
      if (box)
        dot.style.translate = `${Math.round((isMirrored ? box.left : box.right) - 12)}px ${Math.round(box.top - 12)}px`
    }),
  )
  scope.add(() => dot.remove())
  return dot
}

/** A step that waits as a dot, and is a card once that is pressed. */
export function drawHotspotStep(drawing: StepDrawing, drawCard: DrawCard): void {
  const { container, place, sight, scope, focus } = drawing
  scope.effect(() => {
    const target = sight.value.element
    if (!target) return
    const shown = scope.child()
    const dot = drawDot(container, target, place.step.title, shown, () => {
      dot.remove()
      focus.engaged = true
      drawCard({ ...drawing, scope: shown })
    })
    return shown.dispose
  })
}
