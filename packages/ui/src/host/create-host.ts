import type { Appearance, Scope } from '@docent/core'
import { adoptStyles } from './adopt-styles.ts'

export interface Host {
  /** `<docent-widget>`, in the page. Not a registered element: its name is all we claim. */
  readonly element: HTMLElement
  /** Everything of ours is in here; page rules end at its border. */
  readonly root: HTMLElement
  adopt(styles: string): void
}

const rightToLeft = /^(ar|dv|fa|he|ks|ku-arab|ps|sd|ug|ur|yi)\b/i

/** The element that carries the widget, its open shadow root, and the manners of a guest. */
export function createHost(
  scope: Scope,
  { scheme = 'system', side = 'end', container }: Appearance,
  locale: string,
): Host {
  const element = document.createElement('docent-widget')
  const shadow = element.attachShadow({ mode: 'open' })
  const root = document.createElement('div')
  root.className = 'docent'
  root.lang = locale
  root.dir = rightToLeft.test(locale) ? 'rtl' : 'ltr'
  root.dataset.scheme = scheme
  root.dataset.side = side
  shadow.append(root)
  stay(element, () => container ?? document.body, scope)
  return { element, root, adopt: (styles) => adoptStyles(shadow, styles) }
}

/** Puts the element back when the host replaces its body or empties the container. */
function stay(element: HTMLElement, container: () => HTMLElement, scope: Scope): void {
  const put = (): void => {
    if (element.isConnected) return
    container().append(element)
    // The top layer: no ancestor's transform, filter or opacity reaches it, and no z-index lies over it.
    element.popover = 'manual'
    element.showPopover?.()
    observer.disconnect()
    for (const parent of [document.documentElement, container()]) observer.observe(parent, { childList: true })
  }
  const observer = new MutationObserver(put)
  scope.add(() => {
    observer.disconnect()
    element.remove()
  })
  put()
}
