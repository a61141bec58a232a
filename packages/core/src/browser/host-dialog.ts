import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Scope } from '../scope.ts'

/** Whether a modal dialog of the host page is open: a native one, or one that says so to screen readers. Observed only while somebody asks. */
export function createHostDialogSignal(scope: Scope): ReadonlySignal<boolean> {
  const isOpen = (): boolean =>
    [...document.querySelectorAll('dialog[open],[aria-modal=true]')].some(
      (dialog) => isModal(dialog) && isDrawn(dialog),
    )
  const mutations = new MutationObserver(() => void (open.value = isOpen()))
  const open = signal(isOpen(), {
    watched() {
      if (scope.signal.aborted) return
      const attributeFilter = ['open', 'aria-modal', 'aria-hidden', 'hidden', 'style', 'class']
      mutations.observe(document, { subtree: true, childList: true, attributeFilter })
      open.value = isOpen()
    },
    unwatched: () => mutations.disconnect(),
  })
  scope.add(() => mutations.disconnect())
  return open
}

const isModal = (dialog: Element): boolean => dialog.getAttribute('aria-modal') === 'true' || dialog.matches(':modal')
const isDrawn = (dialog: Element): boolean => dialog.checkVisibility?.() !== false
