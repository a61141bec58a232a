import { expect, it, vi } from 'vitest'
import { keepKeysInside } from './keep-keys-inside.ts'

it.each(['keydown', 'keypress', 'keyup'])('keeps %s to itself', (type) => {
  const place = document.body.appendChild(document.createElement('div'))
  const field = place.appendChild(document.createElement('input'))
  keepKeysInside(place)
  const [inside, outside] = [vi.fn(), vi.fn()]
  field.addEventListener(type, inside)
  document.addEventListener(type, outside)
  field.dispatchEvent(new KeyboardEvent(type, { key: 'k', bubbles: true, composed: true }))
  document.removeEventListener(type, outside)
  place.remove()
  expect([inside.mock.calls.length, outside.mock.calls.length]).toEqual([1, 0])
})
