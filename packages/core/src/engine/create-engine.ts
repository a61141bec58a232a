import type { VisitorVocabulary } from '@docent/protocol'
import { computed, type ReadonlySignal } from '@preact/signals-core'
import { exclusiveLock } from '../browser/lock.ts'
import { createTypingSignal } from '../browser/typing.ts'
import type { FeatureContext } from '../feature.ts'
import { evaluate } from '../rules/evaluate.ts'
import type { Rule, Verdict } from '../rules/rule.ts'
import type { OwnVisitorState } from '../visitor-state-store.ts'
import type { Engine } from './engine-types.ts'
import { createFacts } from './facts.ts'
import { createLink, type LinkOptions } from './link.ts'
import { createOrchestrator } from './orchestrator.ts'
import { tellProfile } from './profile.ts'

export interface EngineOptions {
  readonly context: FeatureContext
  readonly state: OwnVisitorState
  /** Name of the lock that keeps two tabs from draining one outbox. */
  readonly lockName: string
  readonly unread: ReadonlySignal<number>
  readonly session: Pick<LinkOptions<VisitorVocabulary>, 'getToken' | 'continues' | 'onMerged'>
}

/** Everything that a page view without need does without: link, outbox, rules, orchestrator. */
export function createEngine({ context, state, lockName, unread, session }: EngineOptions): Engine {
  const { scope, page } = context
  const link = createLink<VisitorVocabulary>({
    ...context,
    ...session,
    exclusive: exclusiveLock(lockName, scope.signal),
    newId: () => crypto.randomUUID(),
  })
  link.addReceiver({
    receive: (events) => events.flatMap((event) => (event.type === 'state-changed' ? state.merge(event.entries) : [])),
    snapshot: () =>
      [...(state.entries.peek()?.values() ?? [])].map((entry) => ({ key: `state/${entry.key}`, value: entry })),
    connected(resumed) {
      if (!resumed && link.capabilities.peek()?.state) void fetchState()
    },
  })
  async function fetchState(): Promise<void> {
    const answer = await link.query('visitor-state', {}).catch(context.report)
    if (answer) state.merge(answer.entries)
  }
  tellProfile(context, link)
  const facts = createFacts(context)
  const typing = createTypingSignal(scope)
  const orchestrator = createOrchestrator(
    scope,
    [
      { gate: 'page-visible', why: 'the page is hidden', active: computed(() => !page.visible.value) },
      { gate: 'not-typing', why: 'the visitor is typing', active: typing },
      { gate: 'panel-closed', why: 'the panel is open', active: computed(() => context.panel.value !== undefined) },
      { gate: 'nothing-unread', why: 'an answer is unread', active: computed(() => unread.value > 0) },
    ],
    (rule) => evaluate(rule, facts),
  )
  return {
    link,
    orchestrator,
    facts,
    evaluate(rule: Rule) {
      const trace = evaluate(rule, facts)
      return { verdict: trace.verdict, trace }
    },
    watch: (rule: Rule): ReadonlySignal<Verdict> => computed(() => evaluate(rule, facts).verdict),
  }
}
