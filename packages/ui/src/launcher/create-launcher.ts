import type { ShellContext } from '@docent/core'
import { svg } from '../host/svg.ts'
import { iconChat, iconDown } from './icons.ts'
import { launcherMessages } from './messages.ts'

/** The button in the corner: plain DOM, so that a page view pays for no renderer. */
export function createLauncher(context: ShellContext, toggle: () => void, prepare: () => void): HTMLButtonElement {
  const { scope, panel, unread, progress, launcherShown } = context
  const t = context.translator(launcherMessages)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'launcher'
  button.setAttribute('aria-haspopup', 'dialog')
  const path = svg('path', { d: '' })
  const arc = svg('circle', { cx: '34', cy: '34', r: '33', pathLength: '100' })
  const ring = svg(
    'svg',
    { class: 'ring', viewBox: '0 0 68 68', 'aria-hidden': 'true' },
    svg('circle', { cx: '34', cy: '34', r: '33' }),
    arc,
  )
  const count = document.createElement('span')
  count.className = 'count'
  button.append(ring, svg('svg', { class: 'icon', viewBox: '0 0 20 20', 'aria-hidden': 'true' }, path), count)

  scope.effect(() => {
    const open = panel.value !== undefined
    const number = open ? 0 : unread.value
    button.setAttribute(
      'aria-label',
      open ? t('launcher.close') : number ? t('launcher.unread', { count: number }) : t('launcher.open'),
    )
    button.setAttribute('aria-expanded', String(open))
    path.setAttribute('d', open ? iconDown : iconChat)
    count.hidden = number === 0
    count.textContent = number > 99 ? '99+' : String(number)
  })
  scope.effect(() => {
    const value = progress.value
    ring.toggleAttribute('hidden', value === undefined)
    arc.setAttribute('stroke-dasharray', `${Math.round((value ?? 0) * 100)} 100`)
    arc.setAttribute('visibility', value ? 'visible' : 'hidden')
  })
  scope.effect(() => void (button.hidden = !launcherShown.value))
  button.addEventListener('click', toggle)
  button.addEventListener('pointerenter', prepare, { once: true })
  button.addEventListener('focus', prepare, { once: true })
  return button
}
