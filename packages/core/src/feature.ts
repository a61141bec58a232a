import type {
  AppConfig,
  CommandInput,
  RecordedEvent,
  StateEntry,
  Traits,
  Transport,
  VisitorCommands,
  VisitorVocabulary,
} from '@docent/protocol'
import type { ReadonlySignal } from '@preact/signals-core'
import type { Clock } from './browser/clock.ts'
import type { Page } from './browser/page.ts'
import type { Engine } from './engine/engine-types.ts'
import type { Messages, Translate } from './i18n/translator.ts'
import type { Scope } from './scope.ts'
import type { ServiceRegistry } from './services.ts'
import type { Storage } from './storage/storage.ts'
import type { Targeting } from './targeting/targeting-types.ts'

/**
 * A part of the widget: chat, help, checklists, guides. An object from a function of options; `setup` is cheap (it runs on
 * every page view), everything heavy is loaded on need with `import()`.
 */
export interface Feature<Name extends string = string, Api extends object = object> {
  readonly name: Name
  setup(context: FeatureContext): FeatureParts<Api>
}

export interface FeatureParts<Api extends object> {
  /** Becomes `docent.<name>`. Calls made before something is loaded return the promise of the real call. */
  readonly api: Api
  /** A tab at the foot of the panel, and the view behind `open(<name>, route)`. */
  readonly panel?: PanelView
  readonly homeCards?: readonly HomeCard[]
  /** What `open(<name>, route)` does for a feature without a view in the panel. */
  open?(route: string): void
  /** Shown on the launcher: what is unread. */
  readonly badge?: ReadonlySignal<number>
  /** What is unread here can wait: the launcher opens the home screen all the same. */
  readonly isQuiet?: boolean
  /** Ring on the launcher, 0…1; `undefined` hides it. */
  readonly progress?: ReadonlySignal<number | undefined>
  /** The visitor has done something here that must go on without being asked: opens the link on this page view. */
  readonly wanted?: () => Promise<boolean>
}

export interface PanelView {
  /** Where it answers `false`, the view is reached by `open()` and home cards only. Asked again when signals it reads change. Default: a tab. */
  readonly tab?: () => boolean
  /** Icon name of `@docent/ui`. */
  readonly icon: string
  readonly label: () => string
  readonly order: number
  /** Loads the chunk. Called again after a failure. */
  load(): Promise<View>
}

/** A card on the home screen. */
export interface HomeCard {
  /** Unique over all features. */
  readonly id: string
  /** Lower is higher up. */
  readonly order: number
  load(): Promise<View>
}

/** Says nothing about Preact: core stays free of a renderer. */
export interface View {
  /** Draws into the container until the scope ends. `route` is what came after the feature's name in `open()`. */
  mount(container: HTMLElement, scope: Scope, route: ReadonlySignal<string>): void
}

/** Everything a feature may touch. */
export interface FeatureContext {
  readonly scope: Scope
  readonly app: string
  readonly config: ReadonlySignal<AppConfig>
  readonly page: Page
  readonly clock: Clock
  readonly locale: ReadonlySignal<string>
  readonly visitor: ReadonlySignal<VisitorFacts>
  readonly services: ServiceRegistry
  /** `open` loads what writes, before there is something to write, where it loads on need. */
  readonly storage: Storage & { open?(): Promise<unknown> }
  readonly transport: Transport<VisitorVocabulary>
  readonly state: VisitorStateStore
  /** What is open in the panel: `undefined` when it is closed. */
  readonly panel: ReadonlySignal<{ readonly feature: string; readonly route: string } | undefined>
  translator<M extends Messages>(messages: M): Translate<M>
  open(feature: string, route?: string): void
  close(): void
  /** Goes to an address of the host app: by the host's `navigate` option, else a page load. */
  navigate(url: string): void
  /** What actions of kind `run` do, by name. */
  readonly actions: Readonly<Record<string, () => void>> | undefined
  /** One stream of `object_action` events: counted for rules, given to `on('event')`, recorded where consent allows. */
  track(name: string, data?: RecordedEvent['data']): void
  /** What was tracked on this page view so far, oldest first, at most the last 500: for those who load later. */
  readonly past: readonly RecordedEvent[]
  /** Called for every event tracked from now on. */
  onTrack(handle: (event: RecordedEvent) => void): void
  /** Link and outbox: one chunk, loaded once. Loading opens nothing. */
  engine(): Promise<Engine>
  /** What was loaded of it so far. */
  readonly loadedEngine: ReadonlySignal<Engine | undefined>
  /** Rules and orchestrator: another chunk, for those who have rules or something to show. */
  targeting(): Promise<Targeting>
  /** Something that must not stop the rest went wrong: goes to `on('error')`, never to the host page. */
  report(error: unknown): void
  /** Where tips and tours draw: a layer inside the shadow root, above the panel. Loads the renderer's tokens and parts. */
  layer(): Promise<HTMLElement>
}

export interface VisitorFacts {
  readonly id?: string
  readonly name?: string
  readonly email?: string
  readonly traits: Traits
}

/** Visitor state as features use it; merged by rule, kept locally, sent to the backend where it can keep it. */
export interface VisitorStateStore {
  /** `undefined` until it was read from storage. */
  readonly entries: ReadonlySignal<ReadonlyMap<string, StateEntry> | undefined>
  get(key: string): StateEntry['value'] | undefined
  /** Writes are the visitor's own act: they may be stored and sent. */
  put(entry: Omit<StateEntry, 'changedAt'>): void
}

export type Send = <N extends keyof VisitorCommands & string>(
  name: N,
  input: CommandInput<VisitorVocabulary, N>,
) => Promise<string>
