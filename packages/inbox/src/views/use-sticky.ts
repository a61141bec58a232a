import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

/** Closer to the end than this counts as being there, in px. */
const nearPx = 48

interface Growth {
  /** Changes when something comes in before everything else. */
  readonly head: unknown
  /** Changes when something comes in after everything else. */
  readonly tail: readonly unknown[]
}

/**
 * Keeps a scroller at its end while the reader is there. Further up it stays with what is being read, also when earlier
 * messages come in above; the styles switch the browser's own anchoring off, which does not work at the very top.
 */
export function useSticky(
  body: { readonly current: HTMLElement | null },
  { head, tail }: Growth,
): { readonly atEnd: Signal<boolean>; toEnd(): void } {
  const atEnd = useSignal(true)
  const before = useRef({ head, heightPx: 0 })
  const toEnd = (): void => {
    const element = body.current
    if (element) element.scrollTop = element.scrollHeight
  }
  useLayoutEffect(() => {
    const element = body.current
    if (!element) return
    const grownPx = element.scrollHeight - before.current.heightPx
    if (atEnd.peek()) toEnd()
    else if (before.current.head !== head) element.scrollTop += grownPx
    before.current = { head, heightPx: element.scrollHeight }
  }, [head, ...tail])
  useEffect(() => {
    const element = body.current
    if (!element) return
    let topPx = 0
    const follow = (): void => {
      const { scrollTop } = element
      const isNear = element.scrollHeight - scrollTop - element.clientHeight < nearPx
      // Only going up leads away: what grew meanwhile is followed right after.
      atEnd.value = isNear || (atEnd.peek() && scrollTop >= topPx)
      topPx = scrollTop
    }
    element.addEventListener('scroll', follow, { passive: true })
    const resized = new ResizeObserver(() => void (atEnd.peek() && toEnd()))
    for (const each of [element, ...element.children]) resized.observe(each)
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', follow)
    }
  }, [])
  return { atEnd, toEnd }
}
