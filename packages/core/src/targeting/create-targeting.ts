import { computed, type ReadonlySignal } from '@preact/signals-core'
import { createTypingSignal } from '../browser/typing.ts'
import type { FeatureContext } from '../feature.ts'
import type { DocentOptions } from '../options.ts'
import { evaluate } from '../rules/evaluate.ts'
import type { Evaluation, Rule } from '../rules/rule.ts'
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
  const judge = (rule: Rule): Evaluation => evaluate(rule, facts)
  const holds = {
    'page-visible': computed(() => !page.visible.value),
    'not-typing': createTypingSignal(scope),
    'panel-closed': computed(() => context.panel.value !== undefined),
    'nothing-unread': computed(() => unread.value > 0),
  }
  return {
    orchestrator: createOrchestrator(scope, holds, judge),
    evaluate: judge,
  }
}
