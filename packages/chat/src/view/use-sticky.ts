import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

/** Closer to the end than this counts as being there, in px. */
const nearPx = 48

/** Keeps a scroller at its end while the reader is there, and leaves it alone while they read further up. `follow`: it has scrolled. */
export function useSticky(
  body: { readonly current: HTMLElement | null },
  grows: readonly unknown[],
): { readonly atEnd: Signal<boolean>; toEnd(): void; follow(): void } {
  const atEnd = useSignal(true)
  const topPx = useRef(0)
  const toEnd = (): void => {
    const element = body.current
    if (element) element.scrollTop = element.scrollHeight
  }
  useLayoutEffect(() => {
    if (atEnd.peek()) toEnd()
  }, grows)
  useEffect(() => {
    const element = body.current
    if (!element) return
    const resized = new ResizeObserver(() => void (atEnd.peek() && toEnd()))
    // What it holds grows too: a picture that arrives, a line that gets longer.
    for (const each of [element, ...element.children]) resized.observe(each)
    return () => resized.disconnect()
  }, [])
  const follow = (): void => {
    const element = body.current
    if (!element) return
    const { scrollTop } = element
    const isNear = element.scrollHeight - scrollTop - element.clientHeight < nearPx
    // Only going up leads away: what grew meanwhile is followed right after.
    atEnd.value = isNear || (atEnd.peek() && scrollTop >= topPx.current)
    topPx.current = scrollTop
  }
  return { atEnd, toEnd, follow }
}
