import type { ShellContext } from '@docent/core'
import type { Host } from '../host/create-host.ts'
import styles from './count.css?inline'

/** How many messages wait, on the launcher, whose name says the same. */
export function drawCount({ scope, panel, unread }: ShellContext, host: Host, launcher: HTMLElement): void {
  host.adopt(styles)
  const count = document.createElement('span')
  count.className = 'count'
  launcher.append(count)
  scope.effect(() => {
    const number = panel.value ? 0 : unread.value
    count.hidden = number === 0
    count.textContent = number > 99 ? '99+' : `${number}`
  })
}
