import type { Scope } from '@docent/core'
import { rootsOf } from '../target/resolve.ts'
import { isVisible } from '../target/visible.ts'
import { activeIn } from './focus.ts'

/**
 * A modal dialog of the host lies above us and makes us inert, unless we are inside of it; a popover that opens later lies above us. So while the
 * scope lasts, the widget moves into the topmost modal, and is shown anew above each popover. At the end it is back where it was.
 */
export function rise(layer: HTMLElement, scope: Scope): void {
  const page = layer.ownerDocument
  const widget = (layer.getRootNode() as ShadowRoot).host as HTMLElement
  const home = widget.parentElement ?? page.body
  const move = (place: Element): void => {
    const active = activeIn(page)
    place.append(widget)
    show(widget)
    // What moves loses the focus.
    if (active && widget.shadowRoot?.contains(active)) active.focus({ preventScroll: true })
  }
  const settle = (): void => {
    const place = topmost(page) ?? home
    if (widget.parentElement !== place) move(place)
  }
  const opened = (event: Event): void => {
    if (event.target === widget) return
    settle()
    if ((event as ToggleEvent).newState === 'open') show(widget)
  }
  for (const type of ['toggle', 'focusin']) page.addEventListener(type, opened, { capture: true, signal: scope.signal })
  const observer = new MutationObserver(settle)
  observer.observe(page, { subtree: true, childList: true, attributes: true, attributeFilter: ['open', 'aria-modal'] })
  scope.add(() => {
    observer.disconnect()
    if (widget.parentElement !== home && widget.isConnected && home.isConnected) move(home)
  })
  settle()
  show(widget)
}

/** Anew, so that it is the uppermost, where the browser has a top layer. */
function show(widget: HTMLElement): void {
  if (!widget.showPopover) return
  if (widget.matches(':popover-open')) widget.hidePopover()
  widget.showPopover()
}

function topmost(page: Document): Element | undefined {
  const open = rootsOf(page)
    .flatMap((root) => [...root.querySelectorAll('dialog:modal,[aria-modal=true]')])
    .filter((modal) => modal.ownerDocument === page && isVisible(modal))
  const active = activeIn(page)
  return open.findLast((modal) => modal.contains(active)) ?? open.at(-1)
}
