import type { FeatureContext, Targeting } from '@docent/core'
import { batch, type ReadonlySignal } from '@preact/signals-core'
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
  scope.effect(() => {
    if (control.value ? control.value.tourId.value : state.get('guide/current')) return
    const tickets = tours.filter(isWaiting).map(({ id, when, priority = 0 }) =>
      orchestrator.request({
        ...{ id: `guide/${id}`, slot: 'anchored', reason: 'automatic', priority, ...(when && { rule: when }) },
        show: show(id),
      }),
    )
    return () =>
      batch(() => {
        for (const ticket of tickets) ticket.release()
      })
  })
}
