import type { ShellContext } from '@docent/core'
import type { Host } from '../host/create-host.ts'
import { svg } from '../host/svg.ts'
import styles from './ring.css?inline'

/** How far the visitor is, around the launcher. A chunk of its own: only pages with something to do have it. */
export function drawRing({ scope, installed }: ShellContext, host: Host, launcher: HTMLElement): void {
  host.adopt(styles)
  const circle = { cx: '34', cy: '34', r: '33', pathLength: '100' }
  const arc = svg('circle', circle)
  const ring = svg('svg', { class: 'ring', viewBox: '0 0 68 68', 'aria-hidden': 'true' }, svg('circle', circle), arc)
  launcher.prepend(ring)
  scope.effect(() => {
    const progress = installed.value.map(({ parts }) => parts.progress?.value).find((value) => value !== undefined)
    ring.toggleAttribute('hidden', progress === undefined)
    arc.setAttribute('stroke-dasharray', `${Math.round((progress ?? 0) * 100)} 100`)
    arc.setAttribute('visibility', progress ? 'visible' : 'hidden')
  })
}
