import type { FeatureContext } from '@docent/core'
import type { TipDefinition } from '../options.ts'
import type { Tips } from './tips.ts'

/**
 * All that tips cost a page view: listeners that ask whether the control under pointer or focus has one. The only place of this
 * package that names `document`.
 */
export function listenForTips(context: FeatureContext, tips: readonly TipDefinition[]): void {
  let loading: Promise<Tips> | undefined
  let lifted = 0
  const notice = (event: Event): void => {
    const path = event.composedPath() as HTMLElement[]
    if (tips.length === 0 && !path.some((part) => part.dataset?.docentTip)) return
    loading ??= import('./tips.ts').then(({ createTips }) => createTips(context, tips))
    const before = lifted
    loading.then(
      (loaded) => loaded.notice(event, path, () => lifted === before),
      (error) => {
        loading = undefined
        context.report(error)
      },
    )
  }
  const listen = (types: readonly string[], handle: (event: Event) => void): void => {
    for (const type of types)
      document.addEventListener(type, handle, { capture: true, passive: true, signal: context.scope.signal })
  }
  listen(['pointerover', 'focusin'], notice)
  listen(['pointerup', 'pointercancel'], () => void lifted++)
}
