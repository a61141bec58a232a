import { computed, type ReadonlySignal } from '@preact/signals-core'
import type { Clock } from './browser/clock.ts'
import type { VisitorFacts, VisitorStateStore } from './feature.ts'
import type { DocentOptions } from './options.ts'

/** Where a newcomer's first days end. */
const newForMs = 7 * 86_400_000
export const activatedKey = 'stage/activated'

/**
 * One stage for guides, checklists, article ranking and greeting: the host's own, or `new` for the first 7 days after
 * `signedUpAt` (a date or ms), `activated` when a milestone came earlier, `established` afterwards.
 */
export const createStage = (
  visitor: ReadonlySignal<VisitorFacts>,
  state: VisitorStateStore,
  clock: Clock,
  own: DocentOptions['stage'],
): ReadonlySignal<string> =>
  computed(() => {
    const facts = visitor.value
    const theirs = own?.(facts) ?? facts.traits.stage
    if (typeof theirs === 'string') return theirs
    const { signedUpAt } = facts.traits
    const since = typeof signedUpAt === 'string' ? Date.parse(signedUpAt) : signedUpAt
    if (typeof since === 'number' && clock.now() - since >= newForMs) return 'established'
    return state.get(activatedKey) ? 'activated' : 'new'
  })
