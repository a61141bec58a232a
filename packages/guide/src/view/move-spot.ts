/** Between target and spotlight, px. */
const margin = 8
/** The motion of arriving, ms; as `--docent-enter`. */
const moveMs = 200

/**
 * Puts the spotlight around a place. From one target to the next it moves, which shows the way; while the target itself moves it only
 * keeps up.
 */
export function moveSpot(spot: HTMLElement): (place: DOMRect) => void {
  const view = spot.ownerDocument.defaultView
  const before = { translate: spot.style.translate, width: spot.style.width, height: spot.style.height }
  let arrived = !before.width || !view || view.matchMedia('(prefers-reduced-motion: reduce)').matches
  return ({ left, top, width, height }) => {
    spot.style.setProperty('translate', `${left - margin}px ${top - margin}px`)
    spot.style.setProperty('width', `${width + 2 * margin}px`)
    spot.style.setProperty('height', `${height + 2 * margin}px`)
    if (!arrived) spot.animate([before, {}], { duration: moveMs, easing: 'cubic-bezier(.2, .8, .2, 1)' })
    arrived = true
  }
}
