/** The element around this one as the page is drawn: through shadow trees, and out of frames of the same origin up to our own page. */
export function around(element: Element, page: Document): Element | null {
  const root = element.getRootNode() as Document | ShadowRoot
  const frame = root === page ? null : element.ownerDocument.defaultView?.frameElement
  const outside = 'host' in root ? root.host : (frame ?? null)
  return element.assignedSlot ?? element.parentElement ?? outside
}

/** Where an element is in our own page: the content of a frame is moved and scaled with the frame. */
export function boxOf(element: Element, page: Document): DOMRect {
  const { x, y, width, height } = element.getBoundingClientRect()
  const frame = element.ownerDocument === page ? null : element.ownerDocument.defaultView?.frameElement
  if (!frame) return new DOMRect(x, y, width, height)
  const inner = innerBoxOf(frame, page)
  const scale = inner.width / frame.clientWidth
  return new DOMRect(inner.x + x * scale, inner.y + y * scale, width * scale, height * scale)
}

/** Within the borders: what of its content an element lets see, where it cuts off the rest. */
function innerBoxOf(element: Element, page: Document): DOMRect {
  const { x, y, width } = boxOf(element, page)
  const { clientLeft, clientTop, clientWidth, clientHeight } = element
  const scale = width / (element as HTMLElement).offsetWidth || 1
  return new DOMRect(x + clientLeft * scale, y + clientTop * scale, clientWidth * scale, clientHeight * scale)
}

/** What of an element the scrollers and frames around it let see, asked as often as it may have moved. `undefined`: nothing. */
export function seenBoxOf(element: Element, page: Document): () => DOMRect | undefined {
  const cutters = cuttersOf(element, page)
  return () => {
    let { left, top, right, bottom } = boxOf(element, page)
    for (const cutter of cutters) {
      const inner = innerBoxOf(cutter, page)
      left = Math.max(left, inner.left)
      top = Math.max(top, inner.top)
      right = Math.min(right, inner.right)
      bottom = Math.min(bottom, inner.bottom)
    }
    return right > left && bottom > top ? new DOMRect(left, top, right - left, bottom - top) : undefined
  }
}

function cuttersOf(element: Element, page: Document): Element[] {
  const found: Element[] = []
  let { position } = getComputedStyle(element)
  for (let part = around(element, page); part; part = around(part, page)) {
    const style = getComputedStyle(part)
    const isFrame = part.localName === 'iframe'
    const isMoved = style.transform !== 'none'
    // What is positioned is cut off by what it is positioned in, and by what is around that.
    const holds =
      isFrame || isMoved || (position === 'fixed' ? false : position !== 'absolute' || style.position !== 'static')
    // What the page's root would cut off, the window scrolls instead.
    const isRoot =
      part.parentElement === part.ownerDocument.documentElement || part === part.ownerDocument.documentElement
    if (holds && (isFrame || (style.overflow !== 'visible' && !isRoot))) found.push(part)
    if (holds) position = style.position
  }
  return found
}
