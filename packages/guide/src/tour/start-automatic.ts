import type { FeatureContext, Targeting } from '@docent/core'
import { batch, computed, type ReadonlySignal } from '@preact/signals-core'
import { insist } from '../insist.ts'
import type { TourDefinition } from '../options.ts'
import type { TourControl } from './tour-control.ts'

interface Tours {
  /** `undefined` until a tour is about to begin, or goes on. */
  readonly control: ReadonlySignal<TourControl | undefined>
  load(): Promise<TourControl>
}

/** While no tour runs, every tour with a rule that the visitor has not answered asks for its turn. */
export function startAutomatic(
  context: Pick<FeatureContext, 'scope' | 'state' | 'page' | 'report'>,
  { orchestrator, evaluate }: Targeting,
  tours: readonly TourDefinition[],
  { control, load }: Tours,
): void {
  const { scope, state } = context
  const isWaiting = ({ id, when, until }: TourDefinition): unknown =>
    when &&
    !control.value?.stopped.has(id) &&
    !['completed', 'dismissed'].some((how) => state.entries.value?.has(`guide/${id}/${how}`)) &&
    !(until && evaluate(until).verdict === true)
  /** The turn has come. Not within the orchestrator's own turn: starting takes these requests back. */
  const show = (id: string) => (): (() => void) => {
    const turn = scope.child()
    insist(context, turn, load, (loaded) => loaded.start(id, 'automatic'))
    return turn.dispose
  }
  // By their ids, so that what else is kept of the visitor takes no request back to ask anew, which would count as a second time.
  const waiting = computed(() => {
    const isRunning = control.value ? control.value.tourId.value : state.get('guide/current')
    return isRunning ? '' : tours.flatMap((tour) => (isWaiting(tour) ? tour.id : [])).join(' ')
  })
  scope.effect(() => {
    const ids = waiting.value.split(' ')
    const tickets = tours.flatMap(({ id, when, priority = 0 }) =>
      when && ids.includes(id)
        ? orchestrator.request({
            ...{ id: `guide/${id}`, slot: 'anchored', reason: 'automatic', priority, rule: when },
            show: show(id),
          })
        : [],
    )
    return () =>
      batch(() => {
        for (const ticket of tickets) ticket.release()
      })
  })
}
