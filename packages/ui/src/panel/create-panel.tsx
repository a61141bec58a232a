import type { ShellContext } from '@docent/core'
import { render } from 'preact'
import type { Host } from '../host/create-host.ts'
import { keepKeysInside } from '../host/keep-keys-inside.ts'
import { adoptTheme } from '../theme/adopt-theme.ts'
import { Panel } from './Panel.tsx'
import styles from './panel.css?inline'

/** What the shell does with a loaded panel. */
export interface PanelHandle {
  /** Draws what `context.panel` says, from now on. Idempotent. */
  show(): void
  /** Loads what an open panel will need. */
  prepare(): void
}

export function createPanel(context: ShellContext, host: Host): PanelHandle {
  adoptTheme(host)
  host.adopt(styles)
  const holder = document.createElement('div')
  keepKeysInside(holder)
  host.root.append(holder)
  context.scope.add(() => render(null, holder))
  let shown = false
  return {
    show() {
      if (!shown) render(<Panel context={context} launcher={() => host.root.querySelector('.launcher')} />, holder)
      shown = true
    },
    prepare() {
      for (const { parts, context: feature } of context.installed.peek()) {
        for (const card of parts.homeCards ?? []) card.load().catch(context.report)
        feature.engine().catch(context.report)
      }
    },
  }
}
