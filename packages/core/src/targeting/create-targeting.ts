import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { FeatureContext } from '../feature.ts'
import { once } from '../once.ts'
import type { Consent, DocentOptions } from '../options.ts'
import { evaluate } from '../rules/evaluate.ts'
import type { Evaluation, Facts, MoreRules, Rule } from '../rules/rule.ts'
import { createFacts } from './facts.ts'
import { createOrchestrator } from './orchestrator.ts'
import { followMilestones, stageOf } from './stage.ts'
import type { Targeting } from './targeting-types.ts'

/** Rules, their facts, and the orchestrator of one visitor. */
export function createTargeting(
  context: FeatureContext,
  { unread, consent }: { readonly unread: ReadonlySignal<number>; readonly consent: ReadonlySignal<Consent> },
  given: DocentOptions,
): Targeting {
  const { scope, report, services } = context
  followMilestones(context, given.milestones)
  const more = signal<MoreRules | undefined>(undefined)
  const loadMore = once(async () => {
    more.value = (await import('./more/create-more.ts')).createMore(context, { given, consent })
  })
  const stage = (): string => stageOf(context, given.stage)
  services.provide({ stage })
  const facts: Facts = {
    ...createFacts(context, stage),
    more() {
      loadMore().catch(report)
      return more.value
    },
  }
  const judge = (rule: Rule): Evaluation => evaluate(rule, facts)
  const manners = async () => (await import('./manners/manners.ts')).createManners(context, unread, given.caps)
  return {
    orchestrator: createOrchestrator(scope, judge, manners, report),
    evaluate: judge,
  }
}
