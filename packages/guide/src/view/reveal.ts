import type { Clock } from '@docent/core'
import { boxOf } from './box-of.ts'
import { showTop } from './show-top.ts'

/** Smooth scrolling is over after this at the latest, ms. */
const scrollMs = 700

/** Scrolls an element into view, through every scroller around it. Resolves when it has arrived. */
export async function reveal(element: Element, page: Document, clock: Clock, signal: AbortSignal): Promise<void> {
  const view = page.defaultView
  if (!view) return
  if (element.getBoundingClientRect().height > view.innerHeight * 0.6) return showTop(element, page)
  const isStill = view.matchMedia('(prefers-reduced-motion: reduce)').matches
  const arrived = new AbortController()
  page.addEventListener('scrollend', () => arrived.abort(), { capture: true, signal: arrived.signal })
  signal.addEventListener('abort', () => arrived.abort(), { signal: arrived.signal })
  element.scrollIntoView({
    block: 'center',
    inline: 'nearest',
    behavior: isStill ? 'instant' : 'smooth',
  })
  if (!isStill) await clock.wait(scrollMs, arrived.signal)
  arrived.abort()
}

/** Whether our own panel lies over the middle of an element. */
export function isUnder(layer: HTMLElement, element: Element): boolean {
  const { left, top, width, height } = boxOf(element, layer.ownerDocument)
  const host = (layer.getRootNode() as ShadowRoot).host
  return layer.ownerDocument.elementFromPoint(left + width / 2, top + height / 2) === host
}
