import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Bubble } from '../thread.ts'

/** So many messages are drawn at first, and more at a time: few enough for one frame on a slow phone. */
const step = 50
/** Whoever is at the end lets go of what is drawn beyond this. */
const most = 200
/** Closer to the beginning than this more is drawn, in px. */
const nearPx = 800

/**
 * The end of a long conversation, and as much before it as the reader has gone back. What they read stays where it is.
 * @param from Key of a message that is drawn at once, where there is one.
 * @param fetchOlder Asks the backend once all that is known is drawn; absent: the beginning is here.
 */
export function useTail(
  body: { readonly current: HTMLElement | null },
  bubbles: readonly Bubble[],
  from: string | undefined,
  atEnd: ReadonlySignal<boolean>,
  fetchOlder: (() => Promise<void>) | undefined,
) {
  const first = useSignal<string | undefined>(undefined)
  const fromEndPx = useRef(0)
  const fetching = useRef(false)
  const indexOf = (key: string | undefined): number => bubbles.findIndex((bubble) => bubble.key === key)
  const wanted = from === undefined ? bubbles.length : indexOf(from)
  const known = indexOf(first.value)
  const least = Math.max(0, bubbles.length - step)
  const earliest = Math.min(least, known < 0 ? Math.max(0, wanted - 5) : known)
  const start = atEnd.value && bubbles.length - earliest > most ? least : earliest
  useLayoutEffect(() => {
    const element = body.current
    first.value = bubbles[start]?.key
    // What came above moved the rest down by as much. Where the browser has seen to that, this changes nothing.
    if (element && fromEndPx.current) element.scrollTop = element.scrollHeight - fromEndPx.current
  }, [bubbles[start]?.key])
  const goBack = (): void => {
    if (start > 0) first.value = bubbles[Math.max(0, start - step)]?.key
    else if (fetchOlder && !fetching.current) {
      fetching.current = true
      fetchOlder().finally(() => (fetching.current = false))
    }
  }
  const onScroll = (): void => {
    const element = body.current
    if (!element) return
    fromEndPx.current = element.scrollHeight - element.scrollTop
    if (element.scrollTop < nearPx) goBack()
  }
  return { shown: bubbles.slice(start), goBack, onScroll }
}
