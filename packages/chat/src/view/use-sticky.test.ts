import { h, render } from 'preact'
import { useRef } from 'preact/hooks'
import { expect, it } from 'vitest'
import { useSticky } from './use-sticky.ts'

/** A scroller whose measures the test sets. */
function draw() {
  const container = document.body.appendChild(document.createElement('div'))
  const found: Partial<ReturnType<typeof useSticky>> = {}
  const Scroller = () => {
    const body = useRef<HTMLDivElement | null>(null)
    const sticky = useSticky(body, [])
    Object.assign(found, sticky)
    return h('div', { ref: body, class: 'scroller', onScroll: sticky.follow })
  }
  render(h(Scroller, {}), container)
  const scroller = container.querySelector('.scroller')
  const scroll = (measures: { scrollTop: number; scrollHeight: number; clientHeight: number }): void => {
    for (const [name, value] of Object.entries(measures))
      Object.defineProperty(scroller, name, { value, configurable: true, writable: true })
    scroller?.dispatchEvent(new Event('scroll'))
  }
  const settled = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  return { scroll, settled, atEnd: () => found.atEnd?.value }
}

it('is left by going up, and by nothing else', async () => {
  const { scroll, settled, atEnd } = draw()
  await settled()
  scroll({ scrollTop: 400, scrollHeight: 1000, clientHeight: 600 })
  expect(atEnd()).toBe(true)
  // What stands below the thread took its place before the event of an earlier scroll was told.
  scroll({ scrollTop: 400, scrollHeight: 1000, clientHeight: 480 })
  expect(atEnd()).toBe(true)
  scroll({ scrollTop: 420, scrollHeight: 1200, clientHeight: 480 })
  expect(atEnd()).toBe(true)
  scroll({ scrollTop: 300, scrollHeight: 1200, clientHeight: 480 })
  expect(atEnd()).toBe(false)
  scroll({ scrollTop: 500, scrollHeight: 1200, clientHeight: 480 })
  expect(atEnd()).toBe(false)
  scroll({ scrollTop: 700, scrollHeight: 1200, clientHeight: 480 })
  expect(atEnd()).toBe(true)
})
