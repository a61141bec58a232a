import type { AppConfig, Json, RecordedEvent } from '@docent/protocol'
import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import { loadAppConfig } from './app-config.ts'
import { systemClock } from './browser/clock.ts'
import { createPage } from './browser/page.ts'
import { createEmitter, type Emitter } from './emitter.ts'
import type { VisitorFacts } from './feature.ts'
import { createTranslator } from './i18n/translator.ts'
import { createOwners, type Owners } from './identity/owners.ts'
import { once } from './once.ts'
import type { Consent, DocentOptions } from './options.ts'
import type { SharedContext } from './realm.ts'
import { createScope } from './scope.ts'
import type { PanelPlace, ShellHandle } from './shell.ts'

/** The living widget behind the public object: who is here, what is open. */
export interface Runtime extends Omit<Owners, 'begin'> {
  readonly options: DocentOptions
  readonly state: ReadonlySignal<'idle' | 'started' | 'destroyed'>
  readonly visitor: Signal<VisitorFacts>
  readonly consent: Signal<Consent>
  readonly panel: ReadonlySignal<PanelPlace | undefined>
  readonly launcherShown: Signal<boolean>
  readonly emitter: Emitter
  /** What went wrong and was dealt with. */
  readonly errors: readonly unknown[]
  /** What happened on this page view, oldest first. */
  readonly past: RecordedEvent[]
  shell(): ShellHandle | undefined
  /** What changes who is here, and tells other tabs. */
  identity(): Promise<typeof import('./identity/index.ts')>
  start(): Promise<void>
  destroy(): void
  open(feature?: string, route?: string): void
  close(): void
  track(name: string, data?: Json): void
}

/** Events of a page view that are kept for rules that are asked later. */
const pastAtMost = 500

export function createRuntime(options: DocentOptions): Runtime {
  const scope = createScope()
  const emitter = createEmitter()
  const errors: unknown[] = []
  const past: RecordedEvent[] = []
  const state = signal<'idle' | 'started' | 'destroyed'>('idle')
  const panel = signal<PanelPlace | undefined>(undefined)
  const visitor = signal<VisitorFacts>({ traits: {} })
  const consent = signal<Consent>({ storage: 'all', measurement: false, ...options.consent })
  const launcherShown = signal(options.launcher !== false)
  let shell: ShellHandle | undefined

  // After the end nobody is told any more.
  const report = (error: unknown): void => {
    if (scope.signal.aborted) return
    errors.push(error)
    emitter.emit('error', error)
  }
  const identity = () => import('./identity/index.ts')
  const { begin, ...owners } = createOwners(options, consent, scope, report, () => {
    identity().then(({ followTabs }) => followTabs(runtime), report)
  })
  const open = (feature = 'home', route = ''): void => {
    const parts = owners.realm.peek()?.installed.find(({ name }) => name === feature)?.parts
    if (parts?.open) return void parts.open(route)
    panel.value = { feature, route }
    emitter.emit('open', { feature, route })
    owners.realm.peek()?.openLink()
  }
  const close = (): void => {
    if (!panel.peek()) return
    panel.value = undefined
    emitter.emit('close', undefined)
  }
  const track = (name: string, data?: Json): void => {
    const event = { name, at: systemClock.now(), ...(data !== undefined && { data }) }
    if (past.push(event) > pastAtMost) past.shift()
    emitter.emit('event', event)
  }
  const start = once(async () => {
    if (scope.signal.aborted) return
    state.value = 'started'
    const page = createPage(scope)
    const locale = signal(options.locale ?? page.language)
    const config = signal<AppConfig>(options.config ?? {})
    await loadAppConfig(config, options, scope.signal, report)
    if (scope.signal.aborted) return
    const translator: SharedContext['translator'] = (messages) =>
      createTranslator(() => locale.value, messages, options.translations)
    const { installed, unread } = owners
    const shared = { scope, page, locale, config, visitor, panel, unread, open, close, report, translator }
    shell = options.shell?.mount({ ...shared, appearance: options, launcherShown, installed })
    scope.effect(() => emitter.emit('unread', unread.value))
    if (options.cookieDomain || page.url.peek().includes('docent-handover'))
      await identity().then(({ arrive }) => arrive(runtime, report), report)
    const layer = (): Promise<HTMLElement> => shell?.layer() ?? Promise.reject(new Error('No shell'))
    await begin({ ...shared, emitter, past, track, layer, clock: systemClock })
    emitter.emit('ready', undefined)
  })
  const runtime: Runtime = {
    ...{ ...owners, options, state, visitor, consent, panel, launcherShown, emitter, errors, past },
    ...{ start, open, close, track, identity },
    shell: () => shell,
    destroy() {
      state.value = 'destroyed'
      close()
      scope.dispose()
      emitter.clear()
    },
  }
  return runtime
}
