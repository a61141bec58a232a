import type { AppConfig, Json, RecordedEvent, Session, Transport, VisitorVocabulary } from '@docent/protocol'
import { computed, type ReadonlySignal, signal } from '@preact/signals-core'
import type { Clock } from './browser/clock.ts'
import type { Page } from './browser/page.ts'
import type { Engine } from './engine/engine-types.ts'
import type { FeatureContext, VisitorFacts } from './feature.ts'
import { createTranslator } from './i18n/translator.ts'
import { once } from './once.ts'
import type { DocentOptions } from './options.ts'
import type { Scope } from './scope.ts'
import { createServices } from './services.ts'
import type { InstalledFeature, PanelPlace } from './shell.ts'
import { activatedKey, createStage } from './stage.ts'
import { keysWith, readOne, type Storage } from './storage/storage.ts'
import { createVisitorState } from './visitor-state-store.ts'

/** What outlives a change of identity. */
export interface Base {
  readonly options: DocentOptions
  readonly app: string
  readonly transport: Transport<VisitorVocabulary>
  readonly page: Page
  readonly clock: Clock
  readonly config: ReadonlySignal<AppConfig>
  readonly locale: ReadonlySignal<string>
  readonly visitor: ReadonlySignal<VisitorFacts>
  readonly panel: ReadonlySignal<PanelPlace | undefined>
  readonly open: FeatureContext['open']
  readonly close: FeatureContext['close']
  readonly layer: FeatureContext['layer']
  readonly report: FeatureContext['report']
  /** Events of this page view; shared by all identities of it. */
  readonly past: RecordedEvent[]
  readonly tracked: (event: RecordedEvent) => void
}

/** Everything that belongs to one identity: storage, state, link, features. A change of identity makes a new one. */
export interface Realm {
  readonly scope: Scope
  readonly storage: Storage
  readonly installed: readonly InstalledFeature[]
  readonly unread: ReadonlySignal<number>
  readonly progress: ReadonlySignal<number | undefined>
  /** What was loaded of the engine so far. */
  readonly engine: ReadonlySignal<Engine | undefined>
  readonly context: FeatureContext
  /** Goes on with what an earlier page view began: opens the link where something waits for it. */
  resume(): Promise<void>
}

export interface RealmOptions {
  readonly base: Base
  readonly scope: Scope
  readonly storage: Storage
  readonly storageName: string
  readonly getToken?: Session['getToken']
  readonly continues?: Json
  readonly onMerged?: () => void
}

export function createRealm(options: RealmOptions): Realm {
  const { base, scope, storage } = options
  const engine = signal<Engine | undefined>(undefined)
  const unread = computed(() => installed.reduce((sum, { parts }) => sum + (parts.badge?.value ?? 0), 0))
  const progress = computed(() =>
    installed.map(({ parts }) => parts.progress?.value).find((value) => value !== undefined),
  )

  const getEngine = once(async () => {
    const { createEngine } = await import('./engine/create-engine.ts')
    return (engine.value = createEngine({ context, state, lockName: options.storageName, session: options }))
  })
  const getTargeting = once(async () =>
    (await import('./targeting/create-targeting.ts')).createTargeting(context, unread),
  )
  const state = createVisitorState(storage, base.clock, scope.signal, (entries) => {
    void getEngine().then(({ link }) => link.send('visitor-state-put', { entries }), base.report)
  })
  const context = createContext(options, state, getEngine, getTargeting)
  const installed: readonly InstalledFeature[] = base.options.features.map((feature) => ({
    name: feature.name,
    context,
    parts: feature.setup(context),
  }))
  return {
    scope,
    storage,
    installed,
    unread,
    progress,
    engine,
    context,
    async resume() {
      const waiting = await storage.read(keysWith('outbox/'), 1)
      const wishes = installed.map(({ parts }) => parts.wanted?.() ?? false)
      const wanted = waiting.length > 0 || options.continues !== undefined || (await Promise.all(wishes)).some(Boolean)
      if (wanted && !scope.signal.aborted) (await getEngine()).link.open()
    },
  }
}

function createContext(
  { base, scope, storage }: RealmOptions,
  state: FeatureContext['state'],
  engine: FeatureContext['engine'],
  targeting: FeatureContext['targeting'],
): FeatureContext {
  const { options, clock, visitor } = base
  const listeners = new Set<(event: RecordedEvent) => void>()
  return {
    ...base,
    scope,
    storage,
    state,
    engine,
    targeting,
    stage: createStage(visitor, state, clock, options.stage),
    services: createServices(),
    translator: (messages) =>
      createTranslator(
        () => base.locale.value,
        messages,
        () => options.translations ?? {},
      ),
    navigate: (url) => (options.navigate ? options.navigate(url) : base.page.go(url)),
    track(name, data) {
      const event = { name, at: clock.now(), ...(data !== undefined && { data }) }
      if (options.milestones?.includes(name) && !state.entries.peek()?.has(activatedKey))
        state.put({ key: activatedKey, value: event.at, merge: 'max' })
      base.past.push(event)
      for (const listener of [...listeners]) listener(event)
      base.tracked(event)
    },
    onTrack: (handle) => void listeners.add(handle),
  }
}

/** The session an anonymous visitor left in this browser, to be continued after sign-in. */
export const sessionIn = (storage: Storage): Promise<Json | undefined> =>
  readOne<object>(storage, 'link/state') as Promise<Json | undefined>
