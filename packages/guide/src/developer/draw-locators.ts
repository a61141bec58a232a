import type { ScoredLocator } from '../target/suggest-locators.ts'
import { element } from '../view/element.ts'

/** The ways to name what was picked, each to be copied. */
export function drawLocators(container: HTMLElement, locators: readonly ScoredLocator[]): void {
  const page = container.ownerDocument
  const copy = (text: string) => (event: MouseEvent) => {
    const button = event.currentTarget as HTMLElement
    page.defaultView?.navigator.clipboard?.writeText(text).then(
      () => void (button.textContent = 'Copied'),
      () => void (button.textContent = 'Select it by hand'),
    )
  }
  container.replaceChildren(
    element(
      page,
      'ol',
      {},
      ...locators.map(({ locator, score, why }) => {
        const text = JSON.stringify(locator)
        return element(
          page,
          'li',
          {},
          element(page, 'b', {}, `${Math.round(score * 100)} %`),
          element(page, 'code', {}, text),
          element(
            page,
            'button',
            { type: 'button', class: 'link', 'aria-label': `Copy ${text}`, onclick: copy(text) },
            'Copy',
          ),
          element(page, 'small', {}, why),
        )
      }),
    ),
  )
}
