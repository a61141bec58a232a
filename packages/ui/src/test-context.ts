import {
  createScope,
  createTranslator,
  type FeatureContext,
  type InstalledFeature,
  type PanelPlace,
  type ShellContext,
  type View,
} from '@docent/core'
import type { AppConfig } from '@docent/protocol'
import { createFakePage } from '@docent/testkit'
import { type Signal, signal } from '@preact/signals'

/** What a shell is given, in memory: signals that the test sets. */
export function createTestContext() {
  const scope = createScope()
  const page = createFakePage()
  const panel: Signal<PanelPlace | undefined> = signal(undefined)
  const unread = signal(0)
  const launcherShown = signal(true)
  const installed: Signal<readonly InstalledFeature[]> = signal([])
  const config: Signal<AppConfig> = signal({})
  const visitor: Signal<FeatureContext['visitor']['value']> = signal({ traits: {} })
  const reported: unknown[] = []
  const context: ShellContext = {
    ...{ scope, page, panel, unread, launcherShown, installed, config, visitor, appearance: {}, locale: signal('en') },
    open: (feature, route = '') => void (panel.value = { feature, route }),
    close: () => void (panel.value = undefined),
    report: (error) => void reported.push(error),
    translator: (messages) => createTranslator(() => 'en', messages),
  }
  return { context, scope, page, panel, unread, launcherShown, installed, config, visitor, reported }
}

export const featureWith = (name: string, parts: Partial<InstalledFeature['parts']>): InstalledFeature => ({
  name,
  context: {} as FeatureContext,
  parts: { api: {}, ...parts },
})

/** A view that is a line of text. */
export const textView = (text: string): View => ({
  mount: (container) => void (container.textContent = text),
})
