import type { FeatureContext, Scope } from '@docent/core'
import { untracked } from '@preact/signals-core'

/** Loads what may fail to arrive, and asks for it again when the network is back, as long as the scope lasts. */
export function insist<T>(
  { page, report }: Pick<FeatureContext, 'page' | 'report'>,
  scope: Scope,
  load: () => Promise<T>,
  arrived: (loaded: T) => void,
): void {
  let isThere = false
  scope.effect(() => {
    void page.online.value
    untracked(load)
      .then((loaded) => {
        if (isThere || scope.signal.aborted) return
        isThere = true
        arrived(loaded)
      })
      .catch(report)
  })
}
