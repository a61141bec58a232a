import type { Scope, Shell, ShellContext, ShellHandle } from '@docent/core'
import { createHost, type Host } from './host/create-host.ts'
import { createLauncher } from './launcher/create-launcher.ts'
import launcherStyles from './launcher/launcher.css?inline'
import type { Renderer } from './renderer/create-renderer.tsx'
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
  const load = loadRenderer(context, host)
  const prepare = (): void => {
    void load().then((renderer) => renderer.prepare(), context.report)
  }
  const launcher = createLauncher(context, () => (panel.peek() ? context.close() : context.open('home')), prepare)
  host.root.append(launcher)
  followAccent(context, host)
  scope.effect(() => {
    host.root.toggleAttribute('data-open', panel.value !== undefined)
    if (panel.value) void load().then((renderer) => renderer.show(), failed)
  })
  /** The panel could not be loaded: the launcher stays as it was, and the next press tries again. */
  const failed = (error: unknown): void => {
    context.close()
    context.report(error)
  }
  return { element: host.element, layer: async () => (await load()).layer }
}

function loadRenderer(context: ShellContext, host: Host): () => Promise<Renderer> {
  let loading: Promise<Renderer> | undefined
  const load = async (): Promise<Renderer> =>
    (await import('./renderer/create-renderer.tsx')).createRenderer(context, host)
  return () => {
    loading ??= load().catch((error) => {
      loading = undefined
      throw error
    })
    return loading
  }
}

/** The accent is a sheet, not a style attribute: a page's own `docent-widget { --docent-accent: … }` still wins. */
function followAccent({ scope, config }: { scope: Scope; config: ShellContext['config'] }, host: Host): void {
  scope.effect(() => {
    const { accent } = config.value
    if (accent && CSS.supports('color', accent)) host.adopt(`:host{--docent-accent:${accent}}`)
  })
}
