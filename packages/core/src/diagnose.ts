import { inspect } from './browser/inspect.ts'
import type { Runtime } from './runtime.ts'

export type DiagnosisCode =
  | 'not-started'
  | 'destroyed'
  | 'no-shell'
  | 'removed-from-page'
  | 'launcher-hidden'
  | 'hidden-by-page'
  | 'covered'
  | 'browser-offline'
  | 'server-unreachable'
  | 'server-refused'
  | 'storage-refused'
  | 'chunk-failed'

export interface DiagnosisReason {
  readonly code: DiagnosisCode
  readonly what: string
  readonly remedy: string
}

export interface Diagnosis {
  /** Nothing stands in the way. */
  readonly ok: boolean
  readonly reasons: readonly DiagnosisReason[]
}

/** Why the widget is not there, or does less than it could. */
export function diagnose(runtime: Runtime): Diagnosis {
  const reasons: DiagnosisReason[] = []
  const add = (code: DiagnosisCode, what: string, remedy: string): void => void reasons.push({ code, what, remedy })
  if (runtime.state.peek() === 'idle')
    add('not-started', 'start() was not called', 'Call docent.start(), or remove data-manual from the script tag')
  else if (runtime.state.peek() === 'destroyed')
    add('destroyed', 'destroy() was called', 'Make a new widget with createDocent()')
  else {
    standing(runtime, add)
    connections(runtime, add)
  }
  return { ok: reasons.length === 0, reasons }
}

type Add = (code: DiagnosisCode, what: string, remedy: string) => void

function standing({ shell, options, launcherShown }: Runtime, add: Add): void {
  const handle = shell()
  if (!handle) {
    add('no-shell', 'There is nothing that draws', "Use createDocent from 'docent', or pass a shell")
    return
  }
  const { connected, launcherVisible, coveredBy } = inspect(handle.element)
  if (!connected)
    add(
      'removed-from-page',
      'The docent-widget element is not in the page',
      'Something removes it each time; exclude it there',
    )
  else if (options.launcher === false || !launcherShown.peek())
    add('launcher-hidden', 'The launcher is switched off', 'Call docent.showLauncher(), or leave out `launcher: false`')
  else if (!launcherVisible)
    add('hidden-by-page', 'The launcher has no size', 'Look for a page rule or an ancestor that hides docent-widget')
  else if (coveredBy)
    add('covered', `${coveredBy} lies over the launcher`, 'Move it, or put the launcher on the other side with `side`')
}

function connections({ realm, options, errors, consent }: Runtime, add: Add): void {
  const current = realm.peek()
  const status = current?.context.loadedEngine.peek()?.link.status.peek()
  const failed =
    status !== 'online' && errors.find((error) => error instanceof Error && error.name === 'TransportError')
  if (globalThis.navigator?.onLine === false)
    add('browser-offline', 'This browser is offline', 'Nothing to mend: messages go out when it is back')
  else if (status === 'offline' || failed)
    add(
      'server-unreachable',
      `The server does not answer (${failed ? message(failed) : 'link offline'})`,
      `Check the address given to ${options.transport.name}, its CORS origins and connect-src of the page's CSP`,
    )
  if (status === 'stopped')
    add('server-refused', 'The server refuses the session', 'Check the app id and the token of identify()')
  if (consent.peek().storage === 'all' && current?.context.storage.durability === 'memory')
    add(
      'storage-refused',
      'The browser refuses storage',
      'Private mode or a full disk: everything works until the page closes',
    )
  const chunk = errors.find((error) => /dynamically imported module|import|chunk/i.test(message(error)))
  if (chunk)
    add(
      'chunk-failed',
      `A part could not be loaded (${message(chunk)})`,
      "Check that the widget's files are complete and allowed by script-src",
    )
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error))
