import { createScope, type Scope } from '@docent/core'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { rise } from './rise.ts'

let scope: Scope
let widget: HTMLElement
let layer: HTMLElement
const shown = vi.fn()

// The top layer, which the environment of these tests lacks: how often the widget was put on top.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 10, 10))
  scope = createScope()
  widget = document.createElement('docent-widget')
  layer = document.createElement('div')
  widget.attachShadow({ mode: 'open' }).append(layer)
  shown.mockReset()
  Object.assign(widget, { showPopover: shown, hidePopover: () => {} })
  document.body.append(widget)
})
afterEach(() => {
  scope.dispose()
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

function addModal(): HTMLElement {
  const modal = document.createElement('div')
  modal.setAttribute('aria-modal', 'true')
  document.body.append(modal)
  return modal
}
/** The observers of the page have been told. */
const settled = (place: Element) => vi.waitFor(() => expect(widget.parentElement).toBe(place), { interval: 1 })

it('moves into the modal that is open, and home when that closes or the scope ends', async () => {
  const modal = addModal()
  rise(layer, scope)
  expect(widget.parentElement).toBe(modal)
  modal.removeAttribute('aria-modal')
  await settled(document.body)
  modal.setAttribute('aria-modal', 'true')
  await settled(modal)
  scope.dispose()
  expect(widget.parentElement).toBe(document.body)
})

it('moves into the one that the visitor is in, of several', async () => {
  const [first, second] = [addModal(), addModal()]
  const field = first.appendChild(document.createElement('input'))
  rise(layer, scope)
  expect(widget.parentElement).toBe(second)
  field.focus()
  await settled(first)
})

it('passes over a modal that nobody can see', () => {
  const modal = addModal()
  modal.setAttribute('aria-hidden', 'true')
  rise(layer, scope)
  expect(widget.parentElement).toBe(document.body)
})

it('keeps the focus that is inside of it while it moves', async () => {
  const button = layer.appendChild(document.createElement('button'))
  rise(layer, scope)
  button.focus()
  const modal = addModal()
  await settled(modal)
  expect(widget.shadowRoot?.activeElement).toBe(button)
})

it('moves all the same in a browser that has no popovers', async () => {
  Object.assign(widget, { showPopover: undefined })
  rise(layer, scope)
  await settled(addModal())
})

it('is shown anew above a popover that opens, and not for one that closes, nor for itself', () => {
  rise(layer, scope)
  expect(shown).toHaveBeenCalledTimes(1)
  const toggle = (of: Element, newState: string) =>
    of.dispatchEvent(Object.assign(new Event('toggle'), { newState, oldState: '' }))
  const popover = document.body.appendChild(document.createElement('div'))
  toggle(popover, 'open')
  expect(shown).toHaveBeenCalledTimes(2)
  toggle(popover, 'closed')
  toggle(widget, 'open')
  expect(shown).toHaveBeenCalledTimes(2)
  scope.dispose()
  toggle(popover, 'open')
  expect(shown).toHaveBeenCalledTimes(2)
})
