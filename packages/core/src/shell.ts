import type { ReadonlySignal } from '@preact/signals-core'
import type { FeatureContext, FeatureParts } from './feature.ts'
import type { Appearance } from './options.ts'
import type { SharedContext } from './realm.ts'
import type { Scope } from './scope.ts'

/** What is open in the panel. */
export interface PanelPlace {
  readonly feature: string
  readonly route: string
}

export interface InstalledFeature {
  readonly name: string
  readonly context: FeatureContext
  readonly parts: FeatureParts<object>
}

/** Everything a shell needs to draw launcher and panel. */
export interface ShellContext extends SharedContext {
  readonly scope: Scope
  readonly appearance: Appearance
  /** Replaced as a whole when the identity changes. */
  readonly installed: ReadonlySignal<readonly InstalledFeature[]>
  readonly launcherShown: ReadonlySignal<boolean>
}

export interface ShellHandle {
  /** The element that carries the widget. */
  readonly element: HTMLElement
  /** Where tips and tours draw; loads the renderer's styles. */
  layer(): Promise<HTMLElement>
}

/** Draws the widget. `@docent/ui` has the one of `docent`; without one the engine runs headless. */
export interface Shell {
  mount(context: ShellContext): ShellHandle
}
