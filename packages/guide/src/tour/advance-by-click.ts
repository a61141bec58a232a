import { createScope } from '@docent/core'
import type { StepDefinition } from '../options.ts'
import type { TourControl } from './tour-control.ts'

/** Steps that go on with a click on what they point at. */
export const advanceByClick =
  ({ advance }: Pick<TourControl, 'advance'>) =>
  (step: StepDefinition, target: Element): (() => void) | undefined => {
    const view = target.ownerDocument.defaultView
    if (!view || step.advance?.kind !== 'click') return undefined
    const { signal, dispose } = createScope()
    const click = (event: Event): void => {
      if (event.composedPath().includes(target)) advance(step.id, false)
    }
    // At the very top of the target's own window, before any handler of the host could hold the click back.
    view.addEventListener('click', click, { capture: true, signal })
    return dispose
  }
