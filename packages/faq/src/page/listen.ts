import type { FeatureContext } from '@docent/core'

/** On these, `data-docent-article` opens the article; on anything else it says what that part of the page is about. */
export const controls = 'a,button,[role=button],summary'

/** A control of the host's that names an article opens it. With a modifier a link goes where it always does. */
export function listenOnPage({ scope, open }: FeatureContext): void {
  document.addEventListener(
    'click',
    (event) => {
      const marked = (event.composedPath() as HTMLElement[]).find(({ dataset }) => dataset?.docentArticle)
      if (!marked?.matches(controls) || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      open('faq', marked.dataset.docentArticle)
    },
    { capture: true, signal: scope.signal },
  )
}
