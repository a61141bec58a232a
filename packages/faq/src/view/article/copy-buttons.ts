import type { Translate } from '@docent/core'
import type { articleMessages } from './messages.ts'

/**
 * A button after every block of code. They are put beside what `RichTextView` drew, and go with the article: its container
 * is made anew for each.
 */
export function addCopyButtons(article: HTMLElement, t: Translate<typeof articleMessages>): void {
  const clipboard = article.ownerDocument.defaultView?.navigator.clipboard
  // Not there on pages without HTTPS.
  if (!clipboard) return
  for (const code of article.querySelectorAll('pre')) {
    const button = article.ownerDocument.createElement('button')
    button.type = 'button'
    button.className = 'button plain s copy'
    button.textContent = t('help.copy')
    button.addEventListener('click', () => {
      clipboard.writeText(code.textContent ?? '').then(
        () => (button.textContent = t('help.copied')),
        () => code.focus(),
      )
    })
    button.addEventListener('blur', () => (button.textContent = t('help.copy')))
    code.after(button)
  }
}
