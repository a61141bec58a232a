import { around, boxOf } from './box-of.ts'

/** So fine that a pixel counts, however large the element is. */
const thresholds = Array.from({ length: 1001 }, (_, step) => step / 1000)

/**
 * Calls `changed` at once, then at most once a frame whenever one of the elements may have moved or changed its size: by scrolling in any
 * scroller, shadow tree or frame, by the window, by the layout around it. Observers only: while nothing moves, nothing runs.
 */
export function watchBoxes(elements: readonly Element[], page: Document, changed: () => void): () => void {
  const view = page.defaultView
  if (!view) return () => {}
  const ended = new AbortController()
  const options = { signal: ended.signal, capture: true, passive: true }
  let frame = 0
  const soon = (): void => {
    frame ||= view.requestAnimationFrame(run)
  }
  const sizes = new view.ResizeObserver(soon)
  let moves: IntersectionObserver[] = []
  const run = (): void => {
    frame = 0
    changed()
    for (const observer of moves) observer.disconnect()
    moves = elements.map((element) => watchMoves(element, page, view, soon))
  }
  const roots = new Set<EventTarget | null>([view, view.visualViewport])
  for (const element of elements) {
    sizes.observe(element)
    for (let part: Element | null = element; part; part = around(part, page)) roots.add(part.getRootNode())
  }
  for (const root of roots) for (const type of ['scroll', 'resize']) root?.addEventListener(type, soon, options)
  run()
  return () => {
    ended.abort()
    view.cancelAnimationFrame(frame)
    sizes.disconnect()
    for (const observer of moves) observer.disconnect()
  }
}

/** An observer whose root is the very box of the element tells when it leaves that, or is cut off otherwise than before. */
function watchMoves(element: Element, page: Document, view: Window & typeof globalThis, moved: () => void) {
  const { left, top, right, bottom } = boxOf(element, page)
  const { clientWidth, clientHeight } = page.documentElement
  const insets = [top, clientWidth - right, clientHeight - bottom, left]
  let isFirst = true
  const observer = new view.IntersectionObserver(
    () => {
      const now = boxOf(element, page)
      if (!isFirst || now.left !== left || now.top !== top) moved()
      isFirst = false
    },
    { rootMargin: insets.map((inset) => `${-Math.floor(inset)}px`).join(' '), threshold: thresholds },
  )
  observer.observe(element)
  return observer
}
