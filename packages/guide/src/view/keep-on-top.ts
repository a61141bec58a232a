import { once, type Scope } from '@docent/core'

/** Keeps what we draw above the dialogs and popovers of the host. What that takes is loaded when there may be one. */
export function keepOnTop(layer: HTMLElement, scope: Scope): void {
  const page = layer.ownerDocument
  const load = once(async () => (await import('./rise.ts')).rise(layer, scope))
  const look = (): void => {
    if (page.querySelector('[open],[aria-modal],[popover]:not(docent-widget)')) void load()
  }
  // What opens takes the focus, where it says nothing else.
  for (const type of ['toggle', 'focusin']) page.addEventListener(type, look, { capture: true, signal: scope.signal })
  look()
}
