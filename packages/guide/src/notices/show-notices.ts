import type { FeatureContext, Targeting } from '@docent/core'
import { computed } from '@preact/signals-core'
import type { BannerDefinition, HotspotDefinition } from '../options.ts'
import { createNoticeRecord } from './notice-record.ts'

export interface Notices {
  readonly hotspots?: readonly HotspotDefinition[] | undefined
  readonly banners?: readonly BannerDefinition[] | undefined
}

/** Hotspots and banners: shown by rule until the visitor has closed them or has used what they point at, then never again. */
export function showNotices(
  context: FeatureContext,
  targeting: Targeting,
  { hotspots = [], banners = [] }: Notices,
): void {
  const { scope, report } = context
  const record = createNoticeRecord(context, targeting.evaluate)
  const load = async () => {
    const [layer, drawing] = await Promise.all([context.layer(), import('./view.ts')])
    return { layer, ...drawing }
  }
  for (const hotspot of hotspots) {
    const isDue = computed(() => record.isDue(hotspot))
    scope.effect(() => {
      if (!isDue.value) return
      const shown = scope.child()
      load().then(
        ({ layer, drawHotspot }) => shown.signal.aborted || drawHotspot(context, hotspot, layer, record, shown),
        report,
      )
      return shown.dispose
    })
  }
  for (const banner of banners) {
    // Apart, so that what else is kept of the visitor takes nothing down to show it anew, which would count as a second time.
    const isDue = computed(() => record.isDue(banner))
    scope.effect(() => {
      if (!isDue.value) return
      const { id, priority = 0 } = banner
      const show = (): (() => void) => {
        const shown = scope.child()
        load().then(
          ({ layer, drawBanner }) => shown.signal.aborted || drawBanner(context, banner, layer, record, shown),
          report,
        )
        return shown.dispose
      }
      const request = { id: `guide/${id}`, slot: 'bar', reason: 'automatic', priority, show } as const
      const ticket = targeting.orchestrator.request(request)
      return ticket.release
    })
  }
}
