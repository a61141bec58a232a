import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createTestContext } from '../test-context.ts'
import { tell } from './health.ts'

const button = (text: string): HTMLElement => {
  const made = document.createElement('button')
  made.append(text)
  return made
}

beforeEach(() => {
  // There is no layout here: what is not marked as empty has a box.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return new DOMRect(0, 0, this.hasAttribute('data-empty') ? 0 : 10, 10)
  })
  document.body.append(button('Twice'), button('Twice'), button('Hidden'))
  document.body.lastElementChild?.setAttribute('data-empty', '')
})
afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

it.each([
  ['found', true, 0, 'Twice'],
  ['found', true, 1000, 'Twice'],
  ['late', true, 1001, 'Twice'],
  ['ambiguous', false, 8000, 'Twice'],
  ['hidden', false, 8000, 'Hidden'],
  ['missing', false, 8000, 'Nope'],
])('tells guide_target_%s', async (state, isFound, waitedMs, text) => {
  const { context, clock, tracked } = createTestContext()
  const since = clock.now()
  clock.time += waitedMs
  const step = { id: 'one', title: 'One', text: 'One', target: { text } }
  await tell({ context, tour: 'welcome', step }, since, isFound ? document.body : undefined)
  const data = { tour: 'welcome', step: 'one', waited_ms: waitedMs }
  expect(tracked).toMatchObject([{ name: `guide_target_${state}`, data }])
})
