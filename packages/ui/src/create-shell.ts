import { once, type Shell, type ShellContext, type ShellHandle } from '@docent/core'
import { createHost } from './host/create-host.ts'
import { createLauncher } from './launcher/create-launcher.ts'
import launcherStyles from './launcher/launcher.css?inline'
import base from './theme/base.css?inline'

/**
 * The shell of `docent`: a host element with a launcher on every page view; panel, renderer and everything drawn with them
 * load on need, ahead of time when the visitor reaches for the launcher.
 */
export const createShell = (): Shell => ({ mount })

function mount(context: ShellContext): ShellHandle {
  const { scope, appearance, panel, config, close, report } = context
  const host = createHost(scope, appearance, context.locale.peek())
  host.adopt(base)
  host.adopt(launcherStyles)
  const load = once(async () => (await import('./panel/create-panel.tsx')).createPanel(context, host))
  createLauncher(
    context,
    host,
    () => (panel.peek() ? close() : openWhereWaited(context)),
    () => load().then((loaded) => loaded.prepare(), report),
  )
  scope.effect(() => {
    const { accent } = config.value
    // A sheet, not a style attribute: a page's own `docent-widget { --docent-accent: … }` still wins.
    if (accent && CSS.supports('color', accent)) host.adopt(`:host{--docent-accent:${accent}}`)
  })
  scope.effect(() => {
    const open = panel.value !== undefined
    host.root.toggleAttribute('data-open', open)
    if (!open) return
    load().then(
      (loaded) => loaded.show(),
      // The panel could not be loaded: the launcher stays as it was, and the next press tries again.
      (error) => {
        close()
        report(error)
      },
    )
  })
  return {
    element: host.element,
    layer: once(async () => (await import('./theme/create-layer.ts')).createLayer(host)),
  }
}

/** An unread answer is what the visitor comes for; without one they come to the home screen. */
function openWhereWaited({ installed, open }: ShellContext): void {
  const waiting = installed.peek().find(({ parts }) => parts.badge?.peek() && !parts.isQuiet)
  if (waiting) open(waiting.name, 'unread')
  else open('home')
}
