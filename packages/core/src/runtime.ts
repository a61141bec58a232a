import type { Json, RecordedEvent } from '@docent/protocol'
import { computed, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals-core'
import { createAppConfig } from './app-config.ts'
import { systemClock } from './browser/clock.ts'
import { createPage } from './browser/page.ts'
import { createEmitter, type Emitter } from './emitter.ts'
import type { VisitorFacts } from './feature.ts'
import { createTranslator } from './i18n/translator.ts'
import { type SignedIdentity, storageNameOf } from './identity.ts'
import type { Consent, DocentOptions } from './options.ts'
import { type Base, createRealm, type Realm, sessionIn } from './realm.ts'
import { createScope } from './scope.ts'
import type { PanelPlace, ShellHandle } from './shell.ts'
import { createStorages, wipe } from './storages.ts'

export interface ReportedError {
  readonly where: 'config' | 'part'
  readonly error: unknown
}

/** The living widget behind the public object: who is here, what is open. */
export interface Runtime {
  readonly options: DocentOptions
  readonly state: ReadonlySignal<'idle' | 'started' | 'destroyed'>
  readonly realm: ReadonlySignal<Realm | undefined>
  readonly visitor: Signal<VisitorFacts>
  readonly consent: ReadonlySignal<Consent>
  readonly panel: ReadonlySignal<PanelPlace | undefined>
  readonly launcherShown: Signal<boolean>
  readonly unread: ReadonlySignal<number>
  readonly emitter: Emitter
  readonly errors: readonly ReportedError[]
  shell(): ShellHandle | undefined
  start(): Promise<void>
  destroy(): void
  open(feature?: string, route?: string): void
  close(): void
  /** Waits for the start where there is none yet. */
  track(name: string, data?: Json): void
  identity(): SignedIdentity | undefined
  /** Becomes another visitor, or nobody. `forget` empties what this one leaves in the browser. */
  become(identity: SignedIdentity | undefined, forget: boolean): Promise<void>
  setConsent(consent: Partial<Consent>): Promise<void>
}

export function createRuntime(options: DocentOptions): Runtime {
  const scope = createScope()
  const emitter = createEmitter()
  const { errors, report } = createReports(emitter, scope.signal)
  const state = signal<'idle' | 'started' | 'destroyed'>('idle')
  const visitor = signal<VisitorFacts>({ traits: {} })
  const consent = signal<Consent>({ storage: 'all', measurement: false, ...options.consent })
  const launcherShown = signal(options.launcher !== false)
  const storages = createStorages(consent.peek().storage)
  const realms = createRealms(options.app ?? 'default', storages.get)
  const place = createPlace(emitter, realms.current, report)
  const unread = computed(() => realms.current.value?.unread.value ?? 0)
  let handle: ShellHandle | undefined
  let starting: Promise<void> | undefined

  async function begin(): Promise<void> {
    state.value = 'started'
    const page = createPage(scope)
    const locale = signal(options.locale ?? page.language)
    const { config, ready } = createAppConfig(options, (error) => report(error, 'config'))
    await ready(scope.signal)
    if (scope.signal.aborted) return
    const layer = () => handle?.layer() ?? Promise.reject(new Error('There is no shell to draw in'))
    const shared = { scope, page, config, locale, visitor, ...place, report }
    realms.base = {
      ...{ ...shared, options, app: options.app ?? 'default', transport: options.transport, clock: systemClock, layer },
      past: [],
      tracked: (event: RecordedEvent) => emitter.emit('event', event),
    }
    handle = options.shell?.mount({
      ...{ ...shared, appearance: options, launcherShown, unread },
      translator: (messages) =>
        createTranslator(
          () => locale.value,
          messages,
          () => options.translations ?? {},
        ),
      installed: computed(() => realms.current.value?.installed ?? []),
      progress: computed(() => realms.current.value?.progress.value),
    })
    scope.effect(() => emitter.emit('unread', unread.value))
    await realms.enter(scope)
    emitter.emit('ready', undefined)
  }
  return {
    ...{ options, state, realm: realms.current, visitor, consent, launcherShown, unread, emitter, errors, ...place },
    shell: () => handle,
    start: () => (starting ??= scope.signal.aborted ? Promise.resolve() : begin()),
    destroy() {
      state.value = 'destroyed'
      place.close()
      scope.dispose()
      emitter.clear()
    },
    track: realms.track,
    identity: () => realms.identity,
    async become(next, forget) {
      const left = realms.leave()
      realms.identity = next
      if (forget && left) await wipe(left.storage)
      await realms.enter(scope)
    },
    async setConsent(change) {
      consent.value = { ...consent.peek(), ...change }
      realms.leave()
      await storages.move(consent.peek().storage)
      await realms.enter(scope)
    },
  }
}

/** What went wrong and was dealt with. After the end nobody is told any more. */
function createReports(emitter: Emitter, signal: AbortSignal) {
  const errors: ReportedError[] = []
  const report = (error: unknown, where: ReportedError['where'] = 'part'): void => {
    if (signal.aborted) return
    errors.push({ where, error })
    emitter.emit('error', error)
  }
  return { errors: errors as readonly ReportedError[], report }
}

/** What is open in the panel. */
function createPlace(emitter: Emitter, realm: ReadonlySignal<Realm | undefined>, report: (error: unknown) => void) {
  const panel = signal<PanelPlace | undefined>(undefined)
  return {
    panel: panel as ReadonlySignal<PanelPlace | undefined>,
    open(feature = 'home', route = ''): void {
      panel.value = { feature, route }
      emitter.emit('open', { feature, route })
      void realm
        .peek()
        ?.context.engine()
        .then(({ link }) => link.open(), report)
    },
    close(): void {
      if (!panel.peek()) return
      panel.value = undefined
      emitter.emit('close', undefined)
    },
  }
}

/** One realm at a time, by identity. */
function createRealms(app: string, storageOf: (name: string) => Realm['storage']) {
  const current = signal<Realm | undefined>(undefined)
  const early: [name: string, data: Json | undefined][] = []
  const realms = {
    /** Waits for the first realm where there is none yet. */
    track(name: string, data?: Json): void {
      const context = current.peek()?.context
      if (context) context.track(name, data)
      else early.push([name, data])
    },
    current: current as ReadonlySignal<Realm | undefined>,
    base: undefined as (Omit<Base, 'scope'> & object) | undefined,
    identity: undefined as SignedIdentity | undefined,
    leave(): Realm | undefined {
      const left = current.peek()
      left?.scope.dispose()
      return left
    },
    async enter(parent: { child(): Realm['scope']; signal: AbortSignal }): Promise<void> {
      const { base, identity } = realms
      if (!base || parent.signal.aborted) return
      const anonymous = storageOf(storageNameOf(app, undefined))
      const continues = identity && (await sessionIn(anonymous))
      if (parent.signal.aborted || realms.identity !== identity) return
      const storageName = storageNameOf(app, identity)
      realms.leave()
      const next = untracked(() =>
        createRealm({
          ...{ base, storageName, scope: parent.child(), storage: storageOf(storageName) },
          ...(identity && { getToken: (why) => identity.getToken(why) }),
          ...(continues !== undefined && { continues, onMerged: () => void wipe(anonymous) }),
        }),
      )
      current.value = next
      for (const [name, data] of early.splice(0)) realms.track(name, data)
      await next.resume().catch(base.report)
    },
  }
  return realms
}
