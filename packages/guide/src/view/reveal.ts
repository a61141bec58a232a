import type { Clock } from '@docent/core'
import { boxOf, seenBoxOf } from './box-of.ts'

/** Smooth scrolling is over after this at the latest, ms. */
const scrollMs = 700

/** Scrolls an element into view, through every scroller around it, unless all of it is in view. Resolves when it has arrived. */
export async function reveal(element: Element, page: Document, clock: Clock, signal: AbortSignal): Promise<void> {
  const view = page.defaultView
  if (!view || isInView(element, page)) return
  if (element.getBoundingClientRect().height > view.innerHeight * 0.6)
    return (await import('./show-top.ts')).showTop(element, page)
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

function isInView(element: Element, page: Document): boolean {
  const whole = boxOf(element, page)
  const seen = seenBoxOf(element, page)()
  const { clientWidth, clientHeight } = page.documentElement
  const isOnScreen = whole.left >= 0 && whole.top >= 0 && whole.right <= clientWidth && whole.bottom <= clientHeight
  return isOnScreen && seen !== undefined && seen.width * seen.height > 0.95 * whole.width * whole.height
}
