import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect } from 'preact/hooks'

/** Closer to the end than this counts as being there, in px. */
const nearPx = 48

/** Keeps a scroller at its end while the reader is there, and leaves it alone while they read further up. */
export function useSticky(
  body: { readonly current: HTMLElement | null },
  grows: readonly unknown[],
): { readonly atEnd: Signal<boolean>; toEnd(): void } {
  const atEnd = useSignal(true)
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
    const follow = (): void =>
      void (atEnd.value = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx)
    element.addEventListener('scroll', follow, { passive: true })
    const resized = new ResizeObserver(() => void (atEnd.peek() && toEnd()))
    // What it holds grows too: a picture that arrives, a line that gets longer.
    for (const each of [element, ...element.children]) resized.observe(each)
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', follow)
    }
  }, [])
  return { atEnd, toEnd }
}
