import { type FeatureContext, once } from '@docent/core'
import type { TipDefinition } from '../options.ts'

/** `data-docent-tip`, `-term`, `-validate`, `-error`. */
const marks = /^docent[TVE]/

/**
 * All that tips cost a page view: listeners that ask whether the control under pointer or focus has one. The only place of this
 * package that names `document`.
 */
export function listenForTips(context: FeatureContext, tips: readonly TipDefinition[]): void {
  const load = once(async () => (await import('./tips.ts')).createTips(context, tips))
  let lifted = 0
  const notice = (event: Event): void => {
    const path = event.composedPath() as HTMLElement[]
    if (tips.length === 0 && !path.some(({ dataset }) => Object.keys(dataset ?? {}).some((name) => marks.test(name))))
      return
    const before = lifted
    load().then((loaded) => loaded.notice(event, path, () => lifted === before), context.report)
  }
  const listen = (types: readonly string[], handle: (event: Event) => void): void => {
    for (const type of types) document.addEventListener(type, handle, { capture: true, signal: context.scope.signal })
  }
  listen(['pointerover', 'focusin', 'invalid'], notice)
  listen(['pointerup', 'pointercancel'], () => void lifted++)
}
