import type { FeatureContext, Orchestrator } from '@docent/core'
import { batch, untracked } from '@preact/signals-core'
import type { TourDefinition } from '../options.ts'
import type { TourControl } from './tour-control.ts'

/** While no tour runs, every tour with a rule that the visitor has not answered asks for its turn. */
export function startAutomatic(
  { scope }: Pick<FeatureContext, 'scope'>,
  orchestrator: Orchestrator,
  tours: readonly TourDefinition[],
  control: TourControl,
): void {
  scope.effect(() => {
    if (control.tourId.value) return
    const waiting = tours.filter(control.isWaiting)
    const tickets = untracked(() =>
      waiting.map(({ id, when, priority = 0 }) =>
        orchestrator.request({
          ...{ id: `guide/${id}`, slot: 'anchored', reason: 'automatic', priority, ...(when && { rule: when }) },
          show() {
            // Not within the orchestrator's own turn: starting takes these requests back.
            queueMicrotask(() => scope.signal.aborted || control.start(id, 'automatic'))
            return () => {}
          },
        }),
      ),
    )
    return () =>
      batch(() => {
        for (const ticket of tickets) ticket.release()
      })
  })
}
