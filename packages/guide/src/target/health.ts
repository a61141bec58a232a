import type { FeatureContext } from '@docent/core'
import type { StepDefinition } from '../step.ts'
import { rootsOf } from './resolve.ts'

interface Looked {
  readonly context: Pick<FeatureContext, 'clock' | 'track'>
  readonly tour: string
  readonly step: StepDefinition
}

/** A target that takes longer comes late, ms. */
const lateMs = 1000

/**
 * Tells how the target of a step fared on a visitor's page, as `guide_target_found`, `_late`, `_hidden`, `_ambiguous` or `_missing`: a changed interface
 * shows here before anybody complains. A chunk of its own, because no visitor waits for it.
 * @param since When it began to be looked for, ms since 1970
 * @param element What was found
 */
export async function tell({ context, tour, step }: Looked, since: number, element?: Element): Promise<void> {
  const { clock, track } = context
  const { id, target = '' } = step
  const waitedMs = clock.now() - since
  const data = { tour, step: id, waited_ms: waitedMs }
  if (element) return track(`guide_target_${waitedMs > lateMs ? 'late' : 'found'}`, data)
  const more = await import('./inspect-target.ts').catch(() => undefined)
  track(`guide_target_${more?.inspectTarget(target, rootsOf(document)).state ?? 'missing'}`, data)
}
