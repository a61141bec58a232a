import {
  createScope,
  createServices,
  createTranslator,
  type FeatureContext,
  type Page,
  type Rule,
  type SurfaceRequest,
  type Verdict,
} from '@docent/core'
import { evaluate } from '@docent/core/rules'
import { type Json, mergeStateEntry, type RecordedEvent, type StateEntry } from '@docent/protocol'
import { effect, signal } from '@preact/signals-core'

/** A context in memory for the tests of this package: real rules, a store that survives `pageLoad`, one anchored slot. */
export function createTestContext(before?: {
  readonly entries: ReadonlyMap<string, StateEntry>
  readonly path: string
}) {
  const scope = createScope()
  const clock = { time: Date.UTC(2026, 10, 20, 9), now: () => clock.time, wait: () => new Promise<void>(() => {}) }
  const entries = signal<ReadonlyMap<string, StateEntry> | undefined>(before?.entries ?? new Map())
  const url = signal(`https://app.example${before?.path ?? '/'}`)
  const tracked: RecordedEvent[] = []
  const listeners: ((event: RecordedEvent) => void)[] = []
  const navigations: string[] = []
  const requests: SurfaceRequest[] = []
  const facts = {
    path: () => new URL(url.value).pathname,
    trait: () => undefined,
    eventTimes: () => [],
    stage: () => 'new',
    now: () => clock.time,
  }
  const judge = (rule: Rule) => evaluate(rule, facts)
  const orchestrator = createTestOrchestrator(requests, judge)
  const merge = (entry: StateEntry): void => {
    const known = entries.value?.get(entry.key)
    entries.value = new Map(entries.value).set(entry.key, known ? mergeStateEntry(known, entry) : entry)
  }
  const panel = signal<FeatureContext['panel']['value']>(undefined)
  const context = {
    scope,
    clock,
    page: { url, visible: signal(true), online: signal(true) } as unknown as Page,
    locale: signal('en'),
    services: createServices(),
    visitor: signal({ traits: {} }),
    panel,
    state: {
      entries,
      get: (key: string) => entries.value?.get(key)?.value,
      put: (entry: Omit<StateEntry, 'changedAt'>) => merge({ ...entry, changedAt: clock.time++ }),
    },
    translator: (messages: Parameters<FeatureContext['translator']>[0]) => createTranslator(() => 'en', messages),
    navigate: (to: string) => void navigations.push(to),
    close: () => void (panel.value = undefined),
    track(name: string, data?: Json) {
      const event = { name, at: clock.time, ...(data !== undefined && { data }) }
      tracked.push(event)
      for (const listener of listeners) listener(event)
    },
    onTrack: (listener: (event: RecordedEvent) => void) => void listeners.push(listener),
    report: (error: unknown) => {
      throw error
    },
    layer: () => new Promise<HTMLElement>(() => {}),
    targeting: async () => ({ orchestrator, evaluate: judge }),
  } as unknown as FeatureContext
  return {
    context,
    clock,
    panel,
    entries,
    url,
    tracked,
    navigations,
    requests,
    merge,
    goTo: (path: string) => void (url.value = `https://app.example${path}`),
    /** The same visitor on the next page: everything but what is kept is gone. */
    pageLoad(path: string) {
      scope.dispose()
      return createTestContext({ entries: entries.value ?? new Map(), path })
    },
  }
}

/** One slot that is free for whatever its rule lets through. */
function createTestOrchestrator(requests: SurfaceRequest[], judge: (rule: Rule) => { readonly verdict: Verdict }) {
  return {
    request(request: SurfaceRequest) {
      requests.push(request)
      let leave: (() => void) | undefined
      const stop = effect(() => {
        if (!leave && (!request.rule || judge(request.rule).verdict === true)) leave = request.show()
      })
      return {
        shown: signal(true),
        release() {
          requests.splice(requests.indexOf(request), 1)
          stop()
          leave?.()
        },
      }
    },
    explain: async () => [],
  }
}
