import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { showTop } from './show-top.ts'

const target = document.createElement('section')
const under = vi.fn((_x: number, _y: number): Element | null => target)
const scrolled = vi.fn()

const box = (of: Element, top: number, height: number): void => {
  of.getBoundingClientRect = () => new DOMRect(0, top, 100, height)
}
beforeEach(() => {
  under.mockReset().mockReturnValue(target)
  scrolled.mockReset()
  vi.spyOn(document, 'elementFromPoint').mockImplementation(under)
  vi.spyOn(window, 'scrollBy').mockImplementation(scrolled)
  target.scrollIntoView = scrolled
  box(target, 0, 2000)
  document.body.append(target)
})
afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

function header(position: string, height: number): Element {
  const made = document.createElement('header')
  const title = made.appendChild(document.createElement('h1'))
  made.style.position = position
  box(made, 0, height)
  document.body.append(made)
  return title
}

it('scrolls to the top, and no further where nothing lies over it', () => {
  showTop(target, document)
  expect(scrolled.mock.calls).toEqual([[{ block: 'start', behavior: 'instant' }]])
  expect(under).toHaveBeenCalledWith(50, 1)
})

it.each(['fixed', 'sticky'])('scrolls back by the height of what stays over it: %s', (position) => {
  under.mockReturnValue(header(position, 64))
  showTop(target, document)
  expect(scrolled.mock.lastCall).toEqual([{ top: -64, behavior: 'instant' }])
})

it('takes what lies over it and scrolls along, or is part of it, for no header', () => {
  under.mockReturnValue(header('static', 64))
  showTop(target, document)
  under.mockReturnValue(target.appendChild(document.createElement('p')))
  showTop(target, document)
  expect(scrolled.mock.calls.filter(([how]) => 'top' in how)).toEqual([])
})

it('scrolls the scroller that the target is in, and not the page', () => {
  const scroller = document.createElement('div')
  scroller.style.overflowY = 'auto'
  Object.defineProperties(scroller, { scrollHeight: { value: 3000 }, clientHeight: { value: 500 } })
  const own = vi.fn()
  scroller.scrollBy = own
  scroller.append(target)
  document.body.append(scroller)
  under.mockReturnValue(header('sticky', 40))
  showTop(target, document)
  expect(own).toHaveBeenCalledWith({ top: -40, behavior: 'instant' })
  expect(scrolled).toHaveBeenCalledTimes(1)
})
