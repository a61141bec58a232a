import { computePosition, type Platform, shift } from '@floating-ui/core'
import type { Placement } from '../options.ts'
import { boxOf, seenBoxOf } from './box-of.ts'
import { watchBoxes } from './watch-boxes.ts'

export interface Beside {
  readonly reference: Element
  readonly floating: HTMLElement
  readonly arrow: HTMLElement
  readonly placement: Placement
  /** Between the two, px. */
  readonly gap: number
  /** Called whenever something may have moved, with what is to be seen of the reference. */
  moved?(box: DOMRect | undefined): void
  /** The reference left the page. */
  lost?(): void
}

/** From the edge of the screen, px. */
const padding = 8
/** Of what floats, where no arrow can be, px. */
const corner = 12
const opposite = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const
type Side = keyof typeof opposite

/** Less than the window when a phone's keyboard is up, or zoomed by two fingers. */
const screen = () => {
  const { offsetLeft = 0, offsetTop = 0, width = innerWidth, height = innerHeight } = visualViewport ?? {}
  return new DOMRect(offsetLeft, offsetTop, width, height)
}

/** All that floating-ui must know where what floats is `fixed` and only the screen clips it; its own platform weighs 1.6 kB more. */
const platform: Platform = {
  getElementRects: ({ reference, floating }: { reference: DOMRect; floating: HTMLElement }) => ({
    reference,
    floating: { x: 0, y: 0, width: floating.offsetWidth, height: floating.offsetHeight },
  }),
  getDimensions: ({ offsetWidth, offsetHeight }: HTMLElement) => ({ width: offsetWidth, height: offsetHeight }),
  getClippingRect: screen,
}

/** The side that was asked for, else one where there is room, else the one with the most. */
function sideOf(wanted: Side, { left, top, right, bottom }: DOMRect, floating: HTMLElement): Side {
  const edge = screen()
  const { offsetWidth, offsetHeight } = floating
  const spare: Readonly<Record<Side, number>> = {
    top: top - edge.top - offsetHeight,
    bottom: edge.bottom - bottom - offsetHeight,
    left: left - edge.left - offsetWidth,
    right: edge.right - right - offsetWidth,
  }
  const sides = [wanted, opposite[wanted], 'bottom', 'top', 'right', 'left'] as const
  const most = sides.reduce((best, side) => (spare[side] > spare[best] ? side : best))
  return sides.find((side) => spare[side] >= padding) ?? most
}

/** Keeps an element beside another while either moves; sets properties only, as a strict Content-Security-Policy wants. Returns the end of it. */
export function placeBeside({ reference, floating, arrow, placement, gap, moved, lost }: Beside): () => void {
  const page = floating.ownerDocument
  const isMirrored = getComputedStyle(reference).direction === 'rtl'
  const wanted =
    placement === 'top' || placement === 'bottom'
      ? placement
      : (placement === 'start') !== isMirrored
        ? 'left'
        : 'right'
  const seenBox = seenBoxOf(reference, page)
  let ended = false
  const update = async (): Promise<void> => {
    if (!reference.isConnected) return lost?.()
    const seen = seenBox()
    moved?.(seen)
    const { left, top, width, height } = seen ?? boxOf(reference, page)
    const box = new DOMRect(left - gap, top - gap, width + 2 * gap, height + 2 * gap)
    const side = sideOf(wanted, box, floating)
    const { x, y } = await computePosition(box, floating, {
      placement: side,
      platform,
      middleware: [shift({ padding, crossAxis: true })],
    })
    if (ended) return
    const { offsetWidth, offsetHeight, style } = floating
    const size = arrow.offsetHeight
    /** The middle of the reference, as far as the rounded corners let the arrow go. */
    const along = (middle: number, length: number): number =>
      Math.max(corner, Math.min(length - corner - size, middle - size / 2))
    const isBelow = side === 'top' || side === 'bottom'
    style.translate = `${Math.round(x)}px ${Math.round(y)}px`
    Object.assign(arrow.style, {
      ...{ left: 'auto', top: 'auto', right: 'auto', bottom: 'auto' },
      ...(isBelow
        ? { left: `${along(left + width / 2 - x, offsetWidth)}px` }
        : { top: `${along(top + height / 2 - y, offsetHeight)}px` }),
      [opposite[side]]: `${-size / 2}px`,
    })
    floating.classList.add('placed')
  }
  const stop = watchBoxes([reference, floating], page, () => void update())
  return () => {
    ended = true
    stop()
  }
}
