import { type FeatureContext, once } from '@docent/core'
import { createHold } from '../confirm/hold.ts'
import type { TipDefinition } from '../options.ts'

/** `data-docent-tip`, `-term`, `-validate`, `-error`; `-confirm`, so that what asks is there when it is needed. */
const marks = /docent[CTVE]/

/**
 * All that tips and questions cost a page view: five listeners that ask whether a control has one. The only place of this
 * package that names `document`.
 */
export function listenForTips(context: FeatureContext, tips: readonly TipDefinition[]): void {
  const load = once(async () => (await import('./tips.ts')).createTips(context, tips))
  const notice = (event: Event): void => {
    const path = event.composedPath() as HTMLElement[]
    if (tips.length > 0 || path.some(({ dataset }) => marks.test(String(Object.keys(dataset ?? {})))))
      load().then((loaded) => loaded.notice(event, path), context.report)
  }
  const listen = (types: readonly string[], handle: (event: Event) => void): void => {
    for (const type of types) document.addEventListener(type, handle, { capture: true, signal: context.scope.signal })
  }
  listen(['pointerover', 'focusin', 'invalid'], notice)
  listen(['click', 'submit'], createHold(context))
}
