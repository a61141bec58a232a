import { arrow as arrowOf, computePosition, flip, offset, type Platform, shift } from '@floating-ui/core'
import { autoUpdate } from '@floating-ui/dom'
import type { Placement } from '../options.ts'

export interface Beside {
  readonly reference: Element
  readonly floating: HTMLElement
  readonly arrow: HTMLElement
  readonly placement: Placement
  /** Between the two, px. */
  readonly gap: number
  /** Called with the place of the reference whenever it is measured. */
  moved?(place: DOMRect): void
  /** The reference left the page. */
  lost?(): void
}

/** From the edge of the screen, px. */
const padding = 8
const opposite = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const

/** All that floating-ui must know where what floats is `fixed` and only the screen clips it; its own platform weighs 1.6 kB more. */
const platform: Platform = {
  getElementRects: ({ reference, floating }: { reference: Element; floating: HTMLElement }) => ({
    reference: reference.getBoundingClientRect(),
    floating: { x: 0, y: 0, width: floating.offsetWidth, height: floating.offsetHeight },
  }),
  getDimensions: ({ offsetWidth, offsetHeight }: HTMLElement) => ({ width: offsetWidth, height: offsetHeight }),
  getClippingRect() {
    // Less than the window when a phone's keyboard is up, or zoomed by two fingers.
    const { offsetLeft = 0, offsetTop = 0, width = innerWidth, height = innerHeight } = visualViewport ?? {}
    return { x: offsetLeft, y: offsetTop, width, height }
  },
}

/** Keeps an element beside another while either moves; sets properties only, as a strict Content-Security-Policy wants. Returns the end of it. */
export function placeBeside({ reference, floating, arrow, placement, gap, moved, lost }: Beside): () => void {
  const isMirrored = getComputedStyle(reference).direction === 'rtl'
  const side =
    placement === 'top' || placement === 'bottom'
      ? placement
      : (placement === 'start') !== isMirrored
        ? 'left'
        : 'right'
  const middleware = [
    offset(gap),
    flip({ padding, crossAxis: false, fallbackAxisSideDirection: 'end' }),
    shift({ padding, crossAxis: true }),
    arrowOf({ element: arrow, padding: 12 }),
  ]
  let ended = false
  const update = async (): Promise<void> => {
    if (!reference.isConnected) return lost?.()
    moved?.(reference.getBoundingClientRect())
    const found = await computePosition(reference, floating, {
      strategy: 'fixed',
      placement: side,
      platform,
      middleware,
    })
    if (ended) return
    const { x, y, placement: got, middlewareData } = found
    const face = opposite[got as keyof typeof opposite]
    const place = {
      top: middlewareData.arrow?.y,
      left: middlewareData.arrow?.x,
      bottom: undefined,
      right: undefined,
      [face]: -arrow.offsetHeight / 2,
    }
    floating.style.setProperty('translate', `${Math.round(x)}px ${Math.round(y)}px`)
    for (const [edge, value] of Object.entries(place))
      arrow.style.setProperty(edge, value === undefined ? 'auto' : `${value}px`)
    floating.classList.add('placed')
  }
  const stop = autoUpdate(reference, floating, () => void update())
  return () => {
    ended = true
    stop()
  }
}
