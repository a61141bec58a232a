import type { ShellContext } from '@docent/core'
import type { Host } from '../host/create-host.ts'
import styles from './count.css?inline'
import { countMessages, launcherMessages } from './messages.ts'

/** How many messages wait, on the launcher and in its name. */
export function drawCount(context: ShellContext, host: Host, launcher: HTMLElement): void {
  const { scope, panel, unread } = context
  const t = context.translator({ ...launcherMessages, ...countMessages })
  host.adopt(styles)
  const count = document.createElement('span')
  count.className = 'count'
  launcher.append(count)
  scope.effect(() => {
    const number = panel.value ? 0 : unread.value
    count.hidden = number === 0
    count.textContent = number > 99 ? '99+' : `${number}`
    // After the launcher's own effect, which names it anew with every opening and closing.
    if (!panel.value)
      launcher.setAttribute('aria-label', number ? t('launcher.unread', { count: number }) : t('launcher.open'))
  })
}
