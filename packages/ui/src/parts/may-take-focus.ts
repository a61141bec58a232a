/** The focus is with us, or nowhere since what had it is gone: then it may move on. In a field of the host page it stays. */
export function mayTakeFocus(element: Element): boolean {
  const root = element.getRootNode()
  const { activeElement, body } = element.ownerDocument
  return (root instanceof ShadowRoot && root.activeElement !== null) || activeElement === body || activeElement === null
}
