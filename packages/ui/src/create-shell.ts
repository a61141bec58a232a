import { once, type Shell, type ShellContext, type ShellHandle } from '@docent/core'
import { createHost, type Host } from './host/create-host.ts'
import { createLauncher } from './launcher/create-launcher.ts'
import launcherStyles from './launcher/launcher.css?inline'
import base from './theme/base.css?inline'

/**
 * The shell of `docent`: a host element with a launcher on every page view; panel, renderer and everything drawn with them
 * load on need, ahead of time when the visitor reaches for the launcher.
 */
export const createShell = (): Shell => ({ mount })

function mount(context: ShellContext): ShellHandle {
  const { scope, appearance, panel } = context
  const { scheme = 'system', side = 'end', container } = appearance
  const host = createHost({ scope, container, scheme, side, locale: context.locale.peek() })
  host.adopt(base)
  host.adopt(launcherStyles)
  const load = once(async () => (await import('./panel/create-panel.tsx')).createPanel(context, host))
  const prepare = (): void => void load().then((loaded) => loaded.prepare(), context.report)
  const launcher = createLauncher(context, () => (panel.peek() ? context.close() : openWhereWaited(context)), prepare)
  host.root.append(launcher)
  followAccent(context, host)
  /** The panel could not be loaded: the launcher stays as it was, and the next press tries again. */
  const failed = (error: unknown): void => {
    context.close()
    context.report(error)
  }
  scope.effect(() => {
    host.root.toggleAttribute('data-open', panel.value !== undefined)
    if (panel.value) load().then((loaded) => loaded.show(), failed)
  })
  return { element: host.element, layer: createLayer(host) }
}

/** An unread answer is what the visitor comes for; without one they come to the home screen. */
function openWhereWaited({ installed, open }: ShellContext): void {
  const waiting = installed.peek().find(({ parts }) => parts.badge?.peek())
  if (waiting) open(waiting.name, 'unread')
  else open('home')
}

/** Where tips and tours draw, above the panel. */
const createLayer = (host: Host): ShellHandle['layer'] =>
  once(async () => {
    const { adoptTheme } = await import('./theme/adopt-theme.ts')
    adoptTheme(host)
    const layer = document.createElement('div')
    layer.className = 'layer'
    host.root.append(layer)
    return layer
  })

/** The accent is a sheet, not a style attribute: a page's own `docent-widget { --docent-accent: … }` still wins. */
function followAccent({ scope, config }: ShellContext, host: Host): void {
  scope.effect(() => {
    const { accent } = config.value
    if (accent && CSS.supports('color', accent)) host.adopt(`:host{--docent-accent:${accent}}`)
  })
}
