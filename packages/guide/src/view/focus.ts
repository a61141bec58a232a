/** The element that has the focus, also inside open shadow trees. */
export function activeIn(page: Document): HTMLElement | null {
  let active = page.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active as HTMLElement | null
}

/** Not while the visitor is in a field: what they type belongs there. */
export const mayTakeFocus = (page: Document): boolean =>
  !activeIn(page)?.matches('input,select,textarea,[contenteditable]')
