import type { Json, RecordedEvent } from '@docent/protocol'
import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Emitter } from './emitter.ts'
import type { Engine } from './engine/engine-types.ts'
import type { FeatureContext } from './feature.ts'
import type { SignedIdentity } from './identity/signed-identity.ts'
import { once } from './once.ts'
import type { Consent, DocentOptions } from './options.ts'
import type { Scope } from './scope.ts'
import { createServices } from './services.ts'
import type { InstalledFeature } from './shell.ts'
import type { DeferredStorage } from './storage/deferred.ts'
import { keysWith } from './storage/storage.ts'
import { createVisitorState } from './visitor-state-store.ts'

/** What shell and features are given alike. */
export type SharedContext = Pick<
  FeatureContext,
  'page' | 'config' | 'locale' | 'visitor' | 'panel' | 'open' | 'close' | 'report' | 'translator'
> & { readonly unread: ReadonlySignal<number> }

/** What outlives a change of identity. */
export interface RealmBase extends SharedContext, Pick<FeatureContext, 'clock' | 'layer' | 'past' | 'track'> {
  readonly emitter: Emitter
}

/** Whose realm it is. Without an identity: nobody's yet. */
export interface RealmOwner {
  readonly identity?: SignedIdentity
  /** How often everyone here had been ended when they came: a sign-out that came since ends them, too. Default: as often as by now. */
  readonly endings?: number
  /** The anonymous session that this one continues. */
  readonly continues?: Json
  readonly onMerged?: () => void
}

/** Everything that belongs to one identity: storage, state, link, features. A change of identity makes a new one. */
export interface Realm {
  readonly owner: RealmOwner
  readonly context: FeatureContext
  readonly storage: DeferredStorage
  readonly installed: readonly InstalledFeature[]
  openLink(): Promise<void>
  /** Goes on with what an earlier page view began: opens the link where something waits for it. */
  resume(): Promise<void>
}

export interface RealmOptions extends RealmBase {
  readonly app: string
  readonly options: DocentOptions
  readonly owner: RealmOwner
  readonly scope: Scope
  readonly storage: DeferredStorage
  readonly consent: ReadonlySignal<Consent>
}

/** Time for what is looked at to come first. */
const storageAfterMs = 500

export function createRealm(options: RealmOptions): Realm {
  const { scope, storage, owner, emitter, report, options: given } = options
  const loadedEngine = signal<Engine | undefined>(undefined)
  const state = createVisitorState(options, async (entries) =>
    (await context.engine()).link.send('visitor-state-put', { entries }),
  )
  const context: FeatureContext = {
    ...options,
    state,
    transport: given.transport,
    services: createServices(),
    loadedEngine,
    engine: once(async () => {
      const { createEngine } = await import('./engine/create-engine.ts')
      // What is written while there is no connection must find it loaded; whoever only looks does not wait for it.
      void options.clock
        .wait(storageAfterMs, scope.signal)
        .then(async () => void (scope.signal.aborted || (await storage.open())))
        .catch(report)
      return (loadedEngine.value = createEngine(context, state, owner, storage.name))
    }),
    targeting: once(async () =>
      (await import('./targeting/create-targeting.ts')).createTargeting(context, options, given),
    ),
    actions: given.actions,
    navigate: given.navigate ?? options.page.go,
    onTrack: (handle) => scope.add(emitter.on('event', handle)),
  }
  // A milestone makes a stage, and stages belong to targeting.
  const reach = ({ name }: RecordedEvent): void => {
    if (given.milestones?.includes(name)) context.targeting().catch(report)
  }
  options.past.forEach(reach)
  context.onTrack(reach)
  if (options.consent.peek().measurement)
    import('./measure/measure.ts').then(({ measure }) => measure(context, options), report)
  const installed = given.features.map((feature) => ({ name: feature.name, context, parts: feature.setup(context) }))
  const openLink = (): Promise<void> => context.engine().then(({ link }) => link.open(), report)
  return {
    ...{ owner, context, storage, installed, openLink },
    async resume() {
      const waiting = await storage.read(keysWith('outbox/'), 1)
      const wishes = await Promise.all(installed.map(({ parts }) => parts.wanted?.()))
      const wanted =
        options.config.peek().presence || waiting.length > 0 || owner.continues !== undefined || wishes.some(Boolean)
      if (wanted && !scope.signal.aborted) await openLink()
    },
  }
}
