import { type ReadonlySignal, signal } from '@preact/signals-core'
import { createDeviceSignal } from '../../browser/device.ts'
import type { FeatureContext } from '../../feature.ts'
import { once } from '../../once.ts'
import type { Consent, DocentOptions } from '../../options.ts'
import { type MoreFacts, moreRules } from '../../rules/more-leaves.ts'
import type { MoreRules, StruggleKind } from '../../rules/rule.ts'
import { createSightings } from './sightings.ts'
import { createUnit } from './unit.ts'
import { followVisit, type Visit } from './visit.ts'

export interface MoreOptions {
  readonly given: Pick<DocentOptions, 'flags' | 'predicates'>
  readonly consent: ReadonlySignal<Consent>
}

/** The kinds of rules beyond the first seven with what they read. A chunk of its own; each fact begins to be followed when it is first asked for. */
export function createMore(context: FeatureContext, { given, consent }: MoreOptions): MoreRules {
  const { scope, state, locale, clock, page, visitor, onTrack, report } = context
  /** Counts what a function of the host may have read anew. */
  const turn = signal(0)
  onTrack(() => void (turn.value = turn.peek() + 1))
  const moved = (): void => void [page.url.value, page.visible.value]
  /** The answer of a function of the host, asked again whenever something was told, tracked, or the visitor moved on. */
  const ask = <T>(answer: () => T): T | undefined => {
    void [turn.value, visitor.value, moved()]
    try {
      return answer()
    } catch (error) {
      report(error)
      return undefined
    }
  }
  let device: ReturnType<typeof createDeviceSignal> | undefined
  const unit = createUnit(context, consent)
  const struggles = signal<readonly StruggleKind[] | undefined>(undefined)
  const detect = once(async () => (await import('./detect-struggles.ts')).detectStruggles(context, struggles))
  const visit = signal<Visit | undefined>(undefined)
  const visited = once(async () => followVisit(context, visit))
  const facts: MoreFacts = {
    sighting: createSightings(context),
    kept: state.get,
    device: () => (device ??= createDeviceSignal(scope)).value,
    locale: () => locale.value,
    moment() {
      moved()
      return clock.now()
    },
    unit,
    flag: (key) => ask(() => given.flags?.(key)),
    predicate: (name) => ask(() => given.predicates?.[name]?.()),
    struggles() {
      detect().catch(report)
      return struggles.value
    },
    visit() {
      visited().catch(report)
      return visit.value
    },
  }
  return moreRules(facts)
}
