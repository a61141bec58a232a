import { type FeatureContext, once } from '@docent/core'
import type { Id } from '@docent/protocol'
import { signal } from '@preact/signals-core'
import { insist } from './insist.ts'
import type { GuideOptions } from './options.ts'
import { startAutomatic } from './tour/start-automatic.ts'
import type { EndReason, TourControl } from './tour/tour-control.ts'

export interface GuideModel {
  start(tour: Id): Promise<void>
  /** Ends the tour that runs, if one does. */
  stop(reason?: EndReason): Promise<void>
}

/** Waits for the turn of what comes by itself. What runs a tour, and draws it, loads when one begins, or goes on from the page before. */
export async function createGuideModel(context: FeatureContext, options: GuideOptions): Promise<GuideModel> {
  const { scope, state, report } = context
  const { tours = [], hotspots, banners, nudges } = options
  const targeting = await context.targeting()
  await new Promise<void>((resolve) => scope.effect(() => void (state.entries.value && resolve())))
  const isUnderway = !!state.get('guide/current')
  const control = signal<TourControl | undefined>(undefined)
  const load = once(async () => {
    const { runTours } = await import('./tour/run-tours.ts')
    control.value ??= await runTours(context, options, targeting, isUnderway)
    return control.value
  })
  startAutomatic(context, targeting, tours, { control, load })
  if (isUnderway) insist(context, scope, load, () => {})
  if (hotspots || banners)
    import('./notices/show-notices.ts')
      .then(({ showNotices }) => showNotices(context, targeting, { hotspots, banners }))
      .catch(report)
  if (nudges)
    import('./nudges/show-nudges.ts').then(({ showNudges }) => showNudges(context, targeting, nudges)).catch(report)
  return {
    start: async (tour) => (await load()).start(tour, 'manual'),
    stop: async (reason = 'api') => (await load()).stop(reason),
  }
}
