import { around, boxOf } from './box-of.ts'

/** Scrolls to the top of an element that is taller than fits, below a header of the page that stays where it is. */
export function showTop(element: Element, page: Document): void {
  element.scrollIntoView({ block: 'start', behavior: 'instant' })
  const { left, top, width } = boxOf(element, page)
  const over = page.elementFromPoint(left + width / 2, Math.max(top, 0) + 1)
  const cover = over && over !== element && !element.contains(over) && staying(over, page)
  if (!cover) return
  const scroller = scrollerOf(element, page)
  scroller.scrollBy({ top: top - boxOf(cover, page).bottom, behavior: 'instant' })
}

/** The part of the page around this one that does not scroll away. */
function staying(element: Element, page: Document): Element | undefined {
  for (let part: Element | null = element; part; part = around(part, page))
    if (/fixed|sticky/.test(getComputedStyle(part).position)) return part
  return undefined
}

function scrollerOf(element: Element, page: Document): Element | Window {
  for (let part = around(element, page); part && part !== page.body; part = around(part, page))
    if (part.scrollHeight > part.clientHeight && /auto|scroll/.test(getComputedStyle(part).overflowY)) return part
  return page.defaultView ?? page.documentElement
}
