import { createScope } from '@docent/core'
import { afterEach, expect, it } from 'vitest'
import { describe as explain } from './describe.ts'

afterEach(() => document.body.replaceChildren())

function page(described: string | null) {
  const control = document.createElement('button')
  const widget = document.createElement('docent-widget')
  const shadow = widget.attachShadow({ mode: 'open' })
  if (described !== null) control.setAttribute('aria-describedby', described)
  document.body.append(control, widget)
  const scope = createScope()
  explain(control, 'Makes a copy to edit', widget, scope)
  return { control, widget, shadow, scope, ids: () => control.getAttribute('aria-describedby') }
}

it('describes the control by a text in the page, in addition to what described it', () => {
  const { ids, widget } = page('hint  other')
  const [first, second, id] = ids()?.split(/\s+/) ?? []
  expect([first, second]).toEqual(['hint', 'other'])
  expect(widget.querySelector(`#${id}`)?.textContent).toBe('Makes a copy to edit')
})

it('has the text slotted, unseen, so that browsers count it as a description', () => {
  const { widget, shadow, scope } = page(null)
  const slot = shadow.querySelector('slot')
  expect([slot?.hidden, slot?.assignedNodes()]).toEqual([true, [widget.firstChild]])
  scope.dispose()
  expect(shadow.childNodes).toHaveLength(0)
})

it.each([null, '', 'hint  other '])('puts %j back exactly, and leaves no text behind', (before) => {
  const { ids, scope, widget } = page(before)
  expect(ids()).toContain('docent-tip-')
  scope.dispose()
  expect(ids()).toBe(before)
  expect(widget.childNodes).toHaveLength(0)
})

it('leaves what the host has added meanwhile', () => {
  const { control, ids, scope } = page('hint')
  control.setAttribute('aria-describedby', `${ids()} error`)
  scope.dispose()
  expect(ids()).toBe('hint error')
})
