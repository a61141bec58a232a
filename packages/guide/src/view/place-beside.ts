import { arrow as arrowOf, autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom'
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

const away = 8
const opposite = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const

/** Keeps an element beside another while either moves; sets properties only, as a strict Content-Security-Policy wants. Returns the end of it. */
export function placeBeside({ reference, floating, arrow, placement, gap, moved, lost }: Beside): () => void {
  const view = reference.ownerDocument.defaultView ?? window
  const flipped = view.getComputedStyle(reference).direction === 'rtl'
  const side =
    placement === 'top' || placement === 'bottom' ? placement : (placement === 'start') !== flipped ? 'left' : 'right'
  let ended = false
  const update = async (): Promise<void> => {
    if (!reference.isConnected) return lost?.()
    moved?.(reference.getBoundingClientRect())
    const padding = away
    const {
      x,
      y,
      placement: got,
      middlewareData,
    } = await computePosition(reference, floating, {
      strategy: 'fixed',
      placement: side,
      middleware: [
        offset(gap),
        flip({ padding, fallbackAxisSideDirection: 'end' }),
        shift({ padding, crossAxis: true }),
        arrowOf({ element: arrow, padding: 12 }),
      ],
    })
    if (ended) return
    floating.style.setProperty('translate', `${Math.round(x)}px ${Math.round(y)}px`)
    const face = opposite[got.split('-')[0] as keyof typeof opposite]
    for (const edge of ['top', 'left', 'bottom', 'right'] as const) arrow.style.removeProperty(edge)
    arrow.style.setProperty(face, `${-arrow.offsetHeight / 2}px`)
    const { x: along, y: down } = middlewareData.arrow ?? {}
    if (along !== undefined) arrow.style.setProperty('left', `${along}px`)
    if (down !== undefined) arrow.style.setProperty('top', `${down}px`)
    floating.classList.add('placed')
  }
  const stop = autoUpdate(reference, floating, () => void update())
  return () => {
    ended = true
    stop()
  }
}
