import type { FeatureContext, Orchestrator } from '@docent/core'
import { untracked } from '@preact/signals-core'
import type { TourControl } from './tour-control.ts'

/** Puts the tour that runs on the screen, while the host is on the page where its step lives. */
export function showTour(context: FeatureContext, orchestrator: Orchestrator, control: TourControl): void {
  const { page, scope } = context
  /** Where the focus was when the tour began by hand. */
  const memory: { returnTo?: HTMLElement | null | undefined } = {}
  const draw = (): (() => void) => {
    const shown = scope.child()
    let drawn = false
    const mount = async (): Promise<void> => {
      const [layer, { mountTour }, rare] = await Promise.all([
        context.layer(),
        import('../view/mount-tour.ts'),
        control.loadKinds?.(),
      ])
      if (drawn || shown.signal.aborted) return
      drawn = true
      mountTour({ context, control, layer, memory, rare, scope: shown })
    }
    // A chunk that did not arrive is asked for again when the network is back.
    shown.effect(() => {
      void page.online.value
      if (!drawn) untracked(() => void mount().catch(context.report))
    })
    return () => shown.dispose()
  }
  scope.effect(() => {
    const id = control.tourId.value
    if (!id || !control.here.value) return
    const reason = control.byHand() ? 'manual' : 'resume'
    const ticket = untracked(() => orchestrator.request({ id: `guide/${id}`, slot: 'anchored', reason, show: draw }))
    return () => ticket.release()
  })
}
