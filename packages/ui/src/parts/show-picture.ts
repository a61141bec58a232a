import { adoptStyles } from '../host/adopt-styles.ts'
import styles from './picture.css?inline'

/** The picture in a button over the whole window, until a click or Escape. The focus goes back to where it was. */
export function showPicture(button: HTMLElement, close: string): void {
  const root = button.getRootNode()
  const picture = button.querySelector('img')
  if (!(root instanceof ShadowRoot) || !picture) return
  adoptStyles(root, styles)
  const page = button.ownerDocument
  const dialog = page.createElement('dialog')
  dialog.className = 'picture'
  dialog.setAttribute('aria-label', picture.alt || close)
  const out = page.createElement('button')
  out.type = 'button'
  out.setAttribute('aria-label', close)
  const large = page.createElement('img')
  large.src = picture.currentSrc || picture.src
  large.alt = picture.alt
  out.append(large)
  dialog.append(out)
  dialog.addEventListener('click', () => dialog.close())
  dialog.addEventListener('keydown', (event) => {
    // The panel would close as well.
    if (event.key === 'Escape') event.stopPropagation()
  })
  dialog.addEventListener('close', () => {
    dialog.remove()
    button.focus({ preventScroll: true })
  })
  button.after(dialog)
  dialog.showModal()
}
