/** Whether a person could see it: it has a box, is not hidden, and no ancestor is inert or hidden from them. */
export function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  if (width === 0 || height === 0) return false
  if (element.checkVisibility?.({ visibilityProperty: true }) === false) return false
  for (let part: Element | null = element; part; part = hostOf(part)) {
    if (part.closest('[inert],[aria-hidden="true"]')) return false
  }
  return true
}

/** The element whose shadow tree, or the frame whose document, this one is in. */
const hostOf = (element: Element): Element | null => {
  const { host } = element.getRootNode() as Partial<ShadowRoot>
  return host ?? element.ownerDocument.defaultView?.frameElement ?? null
}
