import { type Feature, once } from '@docent/core'
import type { Id } from '@docent/protocol'
import type { GuideOptions } from './options.ts'
import { listenForTips } from './tips/listen.ts'

/** `docent.guide`. `TourId`: the ids of the tours given to `guide()`. */
export interface GuideApi<TourId extends Id = Id> {
  /** Starts a tour, also one that was finished before. Rejects with a DocentError when there is no such tour. */
  start(id: TourId): Promise<void>
  /** Ends the tour that runs, if one does. */
  stop(): Promise<void>
}

/** The feature itself, its options taken as they are: `guide()` checks them. Cheap; runs on every page view. */
export const guideFeature = (options: GuideOptions = {}): Feature<'guide', GuideApi> => ({
  name: 'guide',
  setup(context) {
    const { scope, state, services, report } = context
    const { tours = [], tips = [], hotspots, banners, nudges } = options
    const load = once(async () => (await import('./model.ts')).createGuideModel(context, options))
    const start = async (id: Id): Promise<void> => (await load()).start(id)
    let restored = false
    scope.effect(() => {
      const entries = state.entries.value
      if (restored || !entries) return
      restored = true
      if (entries.get('guide/current')?.value || hotspots || banners || nudges || tours.some(({ when }) => when))
        load().catch(report)
    })
    const open = (id: Id): void => void start(id).catch(report)
    services.provide({ startGuide: open, targets: () => import('./target/follow.ts') })
    listenForTips(context, tips)
    return { api: { start, stop: async () => (await load()).stop() }, open }
  },
})
