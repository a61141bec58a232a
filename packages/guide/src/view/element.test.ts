import { expect, it } from 'vitest'
import { element } from './element.ts'

it('has the attributes and children it is given, and leaves out those that are absent', () => {
  const made = element(document, 'p', { class: 'one', 'aria-hidden': 'true' }, 'a', undefined, false, '', 'b')
  expect(made.outerHTML).toBe('<p class="one" aria-hidden="true">ab</p>')
})

it('takes text as text', () => {
  const made = element(document, 'p', {}, '<b>bold</b>')
  expect([made.children.length, made.textContent]).toEqual([0, '<b>bold</b>'])
})

it('calls its listeners', () => {
  const pressed: string[] = []
  element(document, 'button', { onclick: ({ type }) => void pressed.push(type) }).click()
  expect(pressed).toEqual(['click'])
})
