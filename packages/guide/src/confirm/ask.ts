import type { FeatureContext } from '@docent/core'
import { adoptStyles } from '@docent/ui/parts'
import { plain } from '../target/names.ts'
import { element } from '../view/element.ts'
import styles from './confirm.css?inline'
import { confirmMessages } from './messages.ts'

/** Resolves with the answer; leaving it is a no. */
export type Ask = (text?: string) => boolean | Promise<boolean>

/**
 * Gets ready to ask whether `control` (by `submitter`, of a form) is to do what it does. Resolves with the asking, which stands over everything,
 * dialogs of the host too, and gives the focus back.
 */
export async function prepare(
  context: Pick<FeatureContext, 'layer' | 'scope' | 'track' | 'translator'>,
  control: HTMLElement,
  submitter?: HTMLElement | null,
): Promise<Ask> {
  const layer = await context.layer()
  const page = layer.ownerDocument
  const t = context.translator(confirmMessages)
  adoptStyles(layer.getRootNode() as ShadowRoot, styles)
  return async (text) => {
    // The widget was taken out of the page meanwhile: there is nothing to stand on.
    if (!layer.isConnected) return confirm(text)
    const button = (look: string, label: string, answer: string): HTMLElement =>
      element(page, 'button', { type: 'button', class: `button${look}`, onclick: () => dialog.close(answer) }, label)
    const named = { id: 'docent-confirm-text' }
    const dialog: HTMLDialogElement = element(
      page,
      'dialog',
      { class: 'confirm', role: 'alertdialog', 'aria-labelledby': named.id },
      element(page, 'p', named, text),
      element(
        page,
        'div',
        { class: 'acts' },
        button('', t('cancel'), ''),
        button(' main', nameFor(submitter ?? control) || t('continue'), 'yes'),
      ),
    )
    layer.append(dialog)
    dialog.showModal()
    context.track('confirm_shown')
    const end = (): void => dialog.close('')
    context.scope.signal.addEventListener('abort', end)
    await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }))
    context.scope.signal.removeEventListener('abort', end)
    dialog.remove()
    const isSure = dialog.returnValue === 'yes'
    context.track(isSure ? 'confirm_confirmed' : 'confirm_cancelled')
    return isSure
  }
}

/** What the control of the host says, so that the answer says what it does. */
const nameFor = (control: HTMLElement): string =>
  plain(control.dataset.docentConfirmLabel ?? (control instanceof HTMLFormElement ? '' : control.textContent)).slice(
    0,
    60,
  )
