import type { AppConfig } from '@docent/protocol'
import type { ReadonlySignal } from '@preact/signals-core'
import type { Page } from './browser/page.ts'
import type { FeatureContext, FeatureParts } from './feature.ts'
import type { Appearance } from './options.ts'
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
export interface ShellContext extends Pick<FeatureContext, 'translator' | 'report' | 'open' | 'close'> {
  readonly scope: Scope
  readonly config: ReadonlySignal<AppConfig>
  readonly page: Page
  readonly locale: ReadonlySignal<string>
  readonly appearance: Appearance
  /** Replaced as a whole when the identity changes. */
  readonly installed: ReadonlySignal<readonly InstalledFeature[]>
  readonly panel: ReadonlySignal<PanelPlace | undefined>
  readonly launcherShown: ReadonlySignal<boolean>
  readonly visitor: FeatureContext['visitor']
  readonly unread: ReadonlySignal<number>
  readonly progress: ReadonlySignal<number | undefined>
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
