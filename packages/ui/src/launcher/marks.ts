import type { ShellContext } from '@docent/core'
import type { Host } from '../host/create-host.ts'
import { drawCount } from './count.ts'
import { drawRing } from './ring.ts'

/** What a launcher shows beyond itself. A chunk of its own: for visitors whom something waits for. */
export function drawMarks(context: ShellContext, host: Host, launcher: HTMLElement): void {
  drawRing(context, host, launcher)
  drawCount(context, host, launcher)
}
