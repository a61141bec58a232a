import type { ShellContext } from '@docent/core'
import { render } from 'preact'
import type { Host } from '../host/create-host.ts'
import { Panel } from '../panel/Panel.tsx'
import panelStyles from '../panel/panel.css?inline'
import parts from '../parts/parts.css?inline'
import tokens from '../theme/tokens.css?inline'

/** Everything that draws with Preact: the panel, and the layer for tips and tours. */
export interface Renderer {
  readonly layer: HTMLElement
  /** Draws the panel for what `context.panel` says. Idempotent. */
  show(): void
  /** Loads what an open panel will need. */
  prepare(): void
}

export function createRenderer(context: ShellContext, host: Host): Renderer {
  for (const styles of [tokens, parts, panelStyles]) host.adopt(styles)
  const holder = document.createElement('div')
  const layer = document.createElement('div')
  layer.className = 'layer'
  host.root.append(holder, layer)
  context.scope.add(() => render(null, holder))
  let shown = false
  return {
    layer,
    show() {
      if (!shown) render(<Panel context={context} launcher={() => host.root.querySelector('.launcher')} />, holder)
      shown = true
    },
    prepare() {
      for (const { parts: feature } of context.installed.peek())
        for (const card of feature.homeCards ?? []) void card.load().catch(context.report)
      void context.installed.peek()[0]?.context.engine().catch(context.report)
    },
  }
}
