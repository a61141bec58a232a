import type { FeatureContext } from '@docent/core'

/** A question that is not ready to be shown by then is asked by the browser, ms. */
const patienceMs = 300

/**
 * Holds what `data-docent-confirm` is on: a click, by mouse, finger or key alike, or the submission of a form. Decided at once; after a yes
 * the same is done again and let through. Handles those events on every page view, so it is small.
 */
export function createHold(context: FeatureContext): (event: Event) => void {
  /** `true` while a question is on its way or open: a second click is meant for the same. */
  let passing: unknown
  return (event) => {
    const { submitter, type } = event as SubmitEvent
    const control = (event.composedPath() as HTMLFormElement[]).find(
      (part) => part.dataset?.docentConfirm && (part.localName === 'form') === (type === 'submit'),
    )
    if (!control || control === passing) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (passing) return
    passing = true
    void Promise.race([
      import('./ask.ts').then(({ prepare }) => prepare(context, control, submitter)),
      context.clock.wait(patienceMs, context.scope.signal),
    ])
      .catch(context.report)
      .then((ask) => (ask ?? confirm)(control.dataset.docentConfirm))
      .then((isSure) => {
        passing = control
        if (isSure) type === 'submit' ? control.requestSubmit(submitter) : control.click()
        passing = 0
      })
  }
}
