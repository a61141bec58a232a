import type { FeatureContext, Orchestrator } from '@docent/core'
import { insist } from '../insist.ts'
import { mountTour } from '../view/mount-tour.ts'
import type { TourControl } from './tour-control.ts'

/** Puts the tour that runs on the screen, while the host is on the page where its step lives. */
export function showTour(context: FeatureContext, orchestrator: Orchestrator, control: TourControl): void {
  const { scope } = context
  /** Where the focus was when the tour began by hand. */
  const memory: { returnTo?: HTMLElement | null | undefined } = {}
  const load = () => Promise.all([context.layer(), control.loadKinds?.()])
  const show = (): (() => void) => {
    const shown = scope.child()
    insist(context, shown, load, ([layer, rare]) => mountTour({ context, control, layer, memory, rare, scope: shown }))
    return shown.dispose
  }
  scope.effect(() => {
    const id = control.tourId.value
    return id && control.here.value
      ? orchestrator.request({
          id: `guide/${id}`,
          slot: 'anchored',
          reason: control.byHand() ? 'manual' : 'resume',
          show,
        }).release
      : undefined
  })
}
