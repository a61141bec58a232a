import {
  createScope,
  createServices,
  createTranslator,
  type FeatureContext,
  type Page,
  type Rule,
  type VisitorFacts,
} from '@docent/core'
import { evaluate } from '@docent/core/rules'
import { type Json, mergeStateEntry, type StateEntry } from '@docent/protocol'
import { computed, type Signal, signal } from '@preact/signals-core'

/** A context in memory for the tests of this package: real rules, real signals, no browser. */
export function createTestContext(stored: readonly StateEntry[] = []) {
  const scope = createScope()
  const clock = { time: Date.UTC(2026, 10, 20, 9), now: () => clock.time, wait: () => Promise.resolve() }
  const entries: Signal<ReadonlyMap<string, StateEntry> | undefined> = signal(undefined)
  const tracked = signal<readonly string[]>([])
  const traits = signal<Record<string, Json>>({})
  const url = signal('https://app.example/projects')
  const visible = signal(true)
  const calls: string[] = []
  const writes: StateEntry[] = []
  const facts = {
    path: () => new URL(url.value).pathname,
    trait: (name: string) => traits.value[name],
    eventTimes: (name: string) => tracked.value.filter((one) => one.startsWith(`${name} `)).map(() => clock.time),
    stage: () => 'new',
    now: () => clock.time,
  }
  /** As another tab or device does it. */
  const merge = (entry: StateEntry): void => {
    const known = entries.value?.get(entry.key)
    entries.value = new Map(entries.value).set(entry.key, known ? mergeStateEntry(known, entry) : entry)
  }
  /** Open on the checklist, unless a test closes it. */
  const panel = signal<FeatureContext['panel']['value']>({ feature: 'checklist', route: '' })
  const context = {
    scope,
    app: 'test',
    clock,
    page: { url, visible } as unknown as Page,
    locale: signal('en'),
    visitor: computed((): VisitorFacts => ({ traits: traits.value })),
    services: createServices(),
    panel,
    state: {
      entries,
      get: (key: string) => entries.value?.get(key)?.value,
      put(entry: Omit<StateEntry, 'changedAt'>) {
        writes.push({ ...entry, changedAt: clock.time })
        merge({ ...entry, changedAt: clock.time })
      },
    },
    translator: (messages: Parameters<FeatureContext['translator']>[0]) => createTranslator(() => 'en', messages),
    open: (feature: string, route = '') => void calls.push(`open ${feature} ${route}`),
    close: () => void calls.push('close'),
    navigate: (to: string) => void calls.push(`navigate ${to}`),
    track: (name: string, data?: Json) =>
      void (tracked.value = [...tracked.peek(), `${name} ${JSON.stringify(data ?? null)}`]),
    report: (error: unknown) => void calls.push(`report ${error}`),
    targeting: async () => ({ evaluate: (rule: Rule) => evaluate(rule, facts) }),
  } as unknown as FeatureContext
  return {
    context,
    clock,
    panel,
    entries,
    tracked,
    traits,
    url,
    visible,
    calls,
    writes,
    merge,
    /** What storage held before this page view. */
    load: () => void (entries.value = new Map(stored.map((entry) => [entry.key, entry]))),
  }
}
