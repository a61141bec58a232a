import type { Target } from '@docent/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findByName } from './find-by-name.ts'
import { findBySelector, finderFor, resolveTarget, rootsOf } from './resolve.ts'

/** Draws without markup sinks: `h('button', { id: 'a' }, 'Save')`. */
function h(name: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}
const find = (target: Target): string | undefined => resolveTarget(target, rootsOf(document), findByName).element?.id

beforeEach(() => {
  // There is no layout here: what is not marked as empty has a box.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return new DOMRect(0, 0, this.hasAttribute('data-empty') ? 0 : 10, 10)
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

describe('resolveTarget', () => {
  it('finds by test id, in each of its spellings', () => {
    document.body.append(h('b', { id: 'a', 'data-testid': 'x' }), h('b', { id: 'b', 'data-test': 'y' }))
    document.body.append(h('b', { id: 'c', 'data-docent-id': 'z"z' }))
    expect(['x', 'y', 'z"z'].map((testId) => find({ testId }))).toEqual(['a', 'b', 'c'])
  })

  it('finds by role and name: explicit, implicit, by label, by content, by value', () => {
    document.body.append(
      h('button', { id: 'save' }, ' Save\n it '),
      h('div', { id: 'tab', role: 'tab', 'aria-label': 'Team' }),
      h('input', { id: 'send', type: 'submit', value: 'Send' }),
      h('label', {}, 'Client ', h('input', { id: 'client' })),
      h('span', { id: 'word' }, 'Your plan'),
      h('h2', { id: 'plan', 'aria-labelledby': 'word' }, 'ignored'),
    )
    expect(find({ role: 'button', name: 'Save it' })).toBe('save')
    expect(find({ role: 'tab', name: 'Team' })).toBe('tab')
    expect(find({ role: 'button', name: 'Send' })).toBe('send')
    expect(find({ role: 'textbox', name: 'Client' })).toBe('client')
    expect(find({ role: 'heading', name: 'Your plan' })).toBe('plan')
    expect(find({ role: 'link', name: 'Save it' })).toBeUndefined()
  })

  it('does not take an element for its implicit role when it says another', () => {
    document.body.append(h('button', { id: 'a', role: 'tab' }, 'Team'))
    expect(find({ role: 'button', name: 'Team' })).toBeUndefined()
    expect(find({ role: 'tab', name: 'Team' })).toBe('a')
  })

  it('finds by label', () => {
    document.body.append(h('label', { for: 'iban' }, 'IBAN'), h('input', { id: 'iban' }))
    expect(find({ label: 'IBAN' })).toBe('iban')
  })

  it('finds by text, also when it is made of pieces, and takes the control around it', () => {
    document.body.append(
      h('p', { id: 'p' }, 'Three ', h('b', {}, 'open'), ' invoices'),
      h('a', { id: 'a', href: '/x' }, h('span', {}, 'Reports')),
    )
    expect(find({ text: 'Three open invoices' })).toBe('p')
    expect(find({ text: 'Reports' })).toBe('a')
    expect(find({ text: 'open invoices' })).toBeUndefined()
  })

  it('finds by selector, and nothing by a selector that is none', () => {
    document.body.append(h('b', { id: 'a' }))
    expect(find('#a')).toBe('a')
    expect(find({ css: 'b#a' })).toBe('a')
    expect(find('#a::[')).toBeUndefined()
  })

  it('takes two visible matches for none, and the next locator of a list', () => {
    document.body.append(h('button', { id: 'a' }, 'Edit'), h('button', { id: 'b', 'data-testid': 'second' }, 'Edit'))
    expect(find({ role: 'button', name: 'Edit' })).toBeUndefined()
    expect(find([{ role: 'button', name: 'Edit' }, { testId: 'second' }])).toBe('b')
  })

  it('passes over what cannot be seen, and names it as worth watching', () => {
    document.body.append(
      h('button', { id: 'a', 'data-empty': '' }, 'Edit'),
      h('div', { inert: '' }, h('button', { id: 'b' }, 'Edit')),
      h('div', { 'aria-hidden': 'true' }, h('button', { id: 'c' }, 'Edit')),
    )
    const target = { role: 'button', name: 'Edit' }
    expect(resolveTarget(target, [document], findByName).hidden.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    document.body.append(h('button', { id: 'd' }, 'Edit'))
    expect(find(target)).toBe('d')
  })

  it('looks into open shadow trees of the page, not into our own', () => {
    const part = h('x-part')
    part.attachShadow({ mode: 'open' }).append(h('button', { id: 'inside' }, 'Inside'))
    const widget = h('docent-widget')
    widget.attachShadow({ mode: 'open' }).append(h('button', { id: 'ours' }, 'Inside'))
    document.body.append(part, widget)
    expect(find({ text: 'Inside' })).toBe('inside')
  })
})

it('loads what reads names only for targets that need it', async () => {
  expect(await finderFor(['#a', { testId: 'b' }, [{ css: 'c' }, { testId: 'd' }]])).toBe(findBySelector)
  expect(await finderFor(['#a', [{ testId: 'b' }, { label: 'c' }]])).toBe(findByName)
})
