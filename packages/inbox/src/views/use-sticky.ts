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
    const follow = (): void =>
      void (atEnd.value = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx)
    element.addEventListener('scroll', follow, { passive: true })
    const resized = new ResizeObserver(() => void (atEnd.peek() && toEnd()))
    resized.observe(element)
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', follow)
    }
  }, [])
  return { atEnd, toEnd }
}
