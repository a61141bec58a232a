import type { Scope } from '@docent/core'
import { rootsOf } from '../target/resolve.ts'
import { type ScoredLocator, suggestLocators } from '../target/suggest-locators.ts'
import { boxOf } from '../view/box-of.ts'
import { element } from '../view/element.ts'

/** Outlines what is under the pointer; a press takes it, and the page hears nothing of that press. Escape ends without one. */
export function pick(layer: HTMLElement, scope: Scope, picked: (locators: readonly ScoredLocator[]) => void): void {
  const page = layer.ownerDocument
  const host = (layer.getRootNode() as ShadowRoot).host
  const frame = element(page, 'div', { class: 'picked' })
  layer.append(frame)
  scope.add(() => frame.remove())
  const under = (event: Event): Element | undefined => {
    const [target] = event.composedPath()
    const isOfPage = (target as Node | undefined)?.nodeType === 1 && !event.composedPath().includes(host)
    return isOfPage ? (target as Element) : undefined
  }
  const listen = (type: string, handle: (event: Event) => void): void =>
    page.addEventListener(type, handle, { capture: true, signal: scope.signal })
  listen('pointermove', (event) => {
    const found = under(event)
    if (!found) return
    const { x, y, width, height } = boxOf(found, page)
    Object.assign(frame.style, { translate: `${x}px ${y}px`, width: `${width}px`, height: `${height}px` })
  })
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    listen(type, (event) => {
      const found = under(event)
      if (!found) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (type !== 'click') return
      scope.dispose()
      picked(suggestLocators(found, rootsOf(page)))
    })
  listen('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape') scope.dispose()
  })
}
