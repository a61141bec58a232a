import { element } from './element.ts'

/** Around what it shows, px. */
const margin = 8
const radius = 12
/** As `--docent-enter`, ms, and `--docent-ease`. */
const motion = { duration: 200, easing: 'cubic-bezier(.2,.8,.2,1)' }

/** A closed outline; of the same parts for every box, so that one becomes another in motion. */
function outline({ x, y, width, height }: DOMRect): string {
  const side = (size: number): number => Math.max(0, size + 2 * (margin - radius))
  const corner = (dx: number, dy: number): string => `a${radius} ${radius} 0 0 1 ${dx * radius} ${dy * radius}`
  const [across, down] = [side(width), side(height)]
  return `M${x + (radius - margin)} ${y - margin}h${across}${corner(1, 1)}v${down}${corner(-1, 1)}h${-across}${corner(-1, -1)}v${-down}${corner(1, -1)}z`
}

/**
 * Darkens the page but for the boxes, with a ring around each; `undefined` leaves all of it as it is. `arrives`: they are those of another
 * step, and the light moves there, which shows the way; while what it shows moves, it only keeps up.
 */
export type Spotlight = (boxes: readonly DOMRect[] | undefined, arrives?: boolean) => void
type Moving = 'clipPath' | 'translate' | 'width' | 'height'

export function createSpotlight(container: HTMLElement): Spotlight {
  const page = container.ownerDocument
  const isStill = page.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches
  const scrim = element(page, 'div', { class: 'scrim' })
  const rings: HTMLElement[] = []
  container.append(scrim)
  const set = (part: HTMLElement, arrives: boolean, values: Partial<Record<Moving, string>>): void => {
    const before = Object.fromEntries((Object.keys(values) as Moving[]).map((name) => [name, part.style[name]]))
    Object.assign(part.style, values)
    if (arrives && !isStill && Object.values(before).every(Boolean)) part.animate([before, {}], motion)
  }
  return (boxes, arrives = false) => {
    for (const part of [scrim, ...rings]) part.classList.toggle('on', boxes !== undefined)
    if (!boxes) return
    while (rings.length < boxes.length) {
      const ring = element(page, 'div', { class: 'spot on' })
      rings.push(ring)
      scrim.after(ring)
    }
    for (const ring of rings.splice(boxes.length)) ring.remove()
    // Outside of the window too: there the page may be scrolled to.
    set(scrim, arrives, { clipPath: `path(evenodd,"M-9999-9999H99999V99999H-9999Z${boxes.map(outline).join('')}")` })
    boxes.forEach(({ x, y, width, height }, index) => {
      const ring = rings[index] as HTMLElement
      set(ring, arrives, {
        translate: `${x - margin}px ${y - margin}px`,
        width: `${width + 2 * margin}px`,
        height: `${height + 2 * margin}px`,
      })
    })
  }
}
