import type { DrawCard, StepDrawing } from '../draw-tour.ts'
import { element } from '../element.ts'
import { activeIn } from '../focus.ts'

/** A card that holds the page: until it is answered, only it and its target can be used. Gives the focus back. */
export function drawModal(drawing: StepDrawing, drawCard: DrawCard): void {
  const { container, page, place, scope, sight, control } = drawing
  const before = activeIn(page)
  // It holds the page, so it also holds the focus; where it had been is known here.
  const { root, heading } = drawCard({ ...drawing, focus: { engaged: false } })
  const dialog = element(page, 'dialog', { class: 'holds' })
  container.classList.add('held')
  scope.add(() => {
    container.classList.remove('held')
    const had = root.contains(activeIn(page)) || activeIn(page) === page.body
    dialog.close()
    dialog.remove()
    if (had && !control.place.peek()) before?.focus()
    else if (had) drawing.focus.engaged = true
  })
  if (place.step.target === undefined) {
    root.before(dialog)
    dialog.append(root)
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault()
      control.stop('escape')
    })
    dialog.showModal()
  }
  heading.focus({ preventScroll: true })
  const trap = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab' || event.defaultPrevented) return
    const target = sight.peek().element
    const stops = [...stopsIn(root), ...(target ? stopsIn(target) : [])]
    const at = stops.indexOf(activeIn(page) as HTMLElement)
    const next = stops[(at + (event.shiftKey ? (at < 0 ? 0 : -1) : 1) + stops.length) % stops.length]
    event.preventDefault()
    next?.focus()
  }
  page.addEventListener('keydown', trap, { capture: true, signal: scope.signal })
  // From elsewhere: a press on what is blocked, or a script of the page.
  const keep = ({ target: gone }: FocusEvent): void => {
    const target = sight.peek().element
    const inside = container.getRootNode() as ShadowRoot
    if (gone instanceof Node && gone !== inside.host && !target?.contains(gone)) heading.focus({ preventScroll: true })
  }
  page.addEventListener('focusin', keep, { signal: scope.signal })
}

const focusable =
  'a[href],button:not(:disabled),input:not(:disabled),select:not(:disabled),textarea:not(:disabled),summary,[contenteditable],[tabindex]:not([tabindex="-1"])'

/** What the Tab key stops at, in the order of the page. */
const stopsIn = (part: Element): HTMLElement[] =>
  [part, ...part.querySelectorAll(focusable)].filter(
    (stop): stop is HTMLElement => stop.matches(focusable) && stop.getClientRects().length > 0,
  )
