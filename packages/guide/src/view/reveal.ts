import type { Clock } from '@docent/core'

/** Smooth scrolling is over after this at the latest, ms. */
const scrollMs = 700

/** Scrolls an element into view, through every scroller around it, unless all of it is in view. Resolves when it has arrived. */
export async function reveal(element: Element, clock: Clock, signal: AbortSignal): Promise<void> {
  const page = element.ownerDocument
  const view = page.defaultView
  if (!view || (await isInView(element, view))) return
  const isStill = view.matchMedia('(prefers-reduced-motion: reduce)').matches
  const isTall = element.getBoundingClientRect().height > view.innerHeight * 0.6
  const arrived = new AbortController()
  page.addEventListener('scrollend', () => arrived.abort(), { capture: true, signal: arrived.signal })
  signal.addEventListener('abort', () => arrived.abort(), { signal: arrived.signal })
  element.scrollIntoView({
    block: isTall ? 'start' : 'center',
    inline: 'nearest',
    behavior: isStill ? 'instant' : 'smooth',
  })
  if (!isStill) await clock.wait(scrollMs, arrived.signal)
  arrived.abort()
}

/** Asked of an observer, because only it counts what scrollers around the element cut off. */
const isInView = (element: Element, view: Window & typeof globalThis): Promise<boolean> =>
  new Promise((resolve) => {
    const observer = new view.IntersectionObserver((entries) => {
      observer.disconnect()
      resolve((entries[0]?.intersectionRatio ?? 0) > 0.95)
    })
    observer.observe(element)
  })
