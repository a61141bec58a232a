import type { Scope } from '@docent/core'
import type { ReadonlySignal } from '@preact/signals-core'

/** `(2) Invoices`: how much is unread, before whatever title the host page gives itself. */
export function countInTitle(scope: Scope, unread: ReadonlySignal<number>): void {
  let mark = ''
  const put = (): void => {
    const { title } = document
    const own = mark && title.startsWith(mark) ? title.slice(mark.length) : title
    mark = unread.value > 0 ? `(${unread.value}) ` : ''
    if (title !== mark + own) document.title = mark + own
  }
  const observer = new MutationObserver(put)
  observer.observe(document.head, { subtree: true, childList: true, characterData: true })
  scope.effect(put)
  scope.add(() => {
    observer.disconnect()
    if (mark && document.title.startsWith(mark)) document.title = document.title.slice(mark.length)
  })
}
