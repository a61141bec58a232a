import { computed, type ReadonlySignal } from '@preact/signals-core'
import { createTypingSignal } from '../browser/typing.ts'
import type { FeatureContext } from '../feature.ts'
import type { DocentOptions } from '../options.ts'
import { evaluate } from '../rules/evaluate.ts'
import { createFacts } from './facts.ts'
import { createOrchestrator } from './orchestrator.ts'
import { followMilestones, stageOf } from './stage.ts'
import type { Targeting } from './targeting-types.ts'

/** Rules, their facts, and the orchestrator of one visitor. */
export function createTargeting(
  context: FeatureContext,
  unread: ReadonlySignal<number>,
  options: Pick<DocentOptions, 'stage' | 'milestones'>,
): Targeting {
  const { scope, page } = context
  followMilestones(context, options.milestones)
  const facts = createFacts(context, () => stageOf(context, options.stage))
  const holds = [
    { gate: 'page-visible', why: 'the page is hidden', active: computed(() => !page.visible.value) },
    { gate: 'not-typing', why: 'the visitor is typing', active: createTypingSignal(scope) },
    { gate: 'panel-closed', why: 'the panel is open', active: computed(() => context.panel.value !== undefined) },
    { gate: 'nothing-unread', why: 'an answer is unread', active: computed(() => unread.value > 0) },
  ]
  return {
    facts,
    orchestrator: createOrchestrator(scope, holds, (rule) => evaluate(rule, facts)),
    evaluate(rule) {
      const trace = evaluate(rule, facts)
      return { verdict: trace.verdict, trace }
    },
    watch: (rule) => computed(() => evaluate(rule, facts).verdict),
  }
}
