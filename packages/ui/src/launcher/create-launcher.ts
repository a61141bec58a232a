import { once, type ShellContext } from '@docent/core'
import type { Host } from '../host/create-host.ts'
import { svg } from '../host/svg.ts'
import { iconChat, iconDown } from './icons.ts'
import { launcherMessages } from './messages.ts'

/**
 * The button in the corner: plain DOM, so that a page view pays for no renderer.
 * @param prepare The visitor reaches for it: what a press will need can be loaded.
 */
export function createLauncher(context: ShellContext, host: Host, toggle: () => void, prepare: () => void): void {
  const { scope, panel, unread, installed, launcherShown, report } = context
  const t = context.translator(launcherMessages)
  const button = document.createElement('button')
  button.className = 'launcher'
  button.setAttribute('aria-haspopup', 'dialog')
  const path = svg('path', {})
  button.append(svg('svg', { class: 'icon', viewBox: '0 0 20 20', 'aria-hidden': 'true' }, path))
  const loadMarks = once(async () => (await import('./marks.ts')).drawMarks(context, host, button))

  scope.effect(() => {
    const open = panel.value !== undefined
    button.setAttribute('aria-label', t(open ? 'launcher.close' : 'launcher.open'))
    button.setAttribute('aria-expanded', `${open}`)
    path.setAttribute('d', open ? iconDown : iconChat)
  })
  scope.effect(() => {
    if (unread.value || installed.value.some(({ parts }) => parts.progress?.value !== undefined))
      loadMarks().catch(report)
  })
  scope.effect(() => void (button.hidden = !launcherShown.value))
  button.addEventListener('click', toggle)
  for (const reach of ['pointerenter', 'focus']) button.addEventListener(reach, prepare, { once: true })
  host.root.append(button)
}
