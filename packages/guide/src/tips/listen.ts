import type { FeatureContext } from '@docent/core'
import type { TipDefinition } from '../options.ts'
import type { Tips } from './tips.ts'

/**
 * All that tips cost a page view: two listeners that ask whether the control under pointer or focus has one. The only place of
 * this package that names `document`.
 */
export function listenForTips(context: FeatureContext, tips: readonly TipDefinition[]): void {
  let loading: Promise<Tips> | undefined
  const notice = (event: Event): void => {
    const path = event.composedPath() as HTMLElement[]
    if (tips.length === 0 && !path.some((part) => part.dataset?.docentTip)) return
    loading ??= import('./tips.ts').then(({ createTips }) => createTips(context, tips))
    loading.then(
      (loaded) => loaded.notice(event, path),
      (error) => {
        loading = undefined
        context.report(error)
      },
    )
  }
  for (const type of ['pointerover', 'focusin'])
    document.addEventListener(type, notice, { passive: true, signal: context.scope.signal })
}
