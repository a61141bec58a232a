import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { inspectTarget } from './inspect-target.ts'
import { rateLocator, sturdyScore } from './rate-locator.ts'
import { rootsOf } from './resolve.ts'
import { suggestLocators } from './suggest-locators.ts'

function h(name: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}
const inspect = (target: Parameters<typeof inspectTarget>[0]) => inspectTarget(target, rootsOf(document))

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

describe('what a locator is worth', () => {
  it.each([
    [{ testId: 'save' }, true],
    [{ role: 'button', name: 'Save' }, true],
    [{ label: 'IBAN' }, true],
    [{ text: 'Your plan' }, true],
    [{ css: '#save' }, true],
    [{ css: 'input[name="iban"]' }, true],
    [{ role: 'button', name: 'Inbox (3)' }, false],
    [{ css: '.css-1x2y3z' }, false],
    [{ css: 'main > div:nth-of-type(2) > button' }, false],
    [{ css: '.button.primary' }, false],
    [{ css: '#ember123' }, false],
  ])('%j is sturdy: %s', (locator, isSturdy) => {
    const { score, why } = rateLocator(locator)
    expect([score >= sturdyScore, why.length > 0]).toEqual([isSturdy, true])
  })
})

describe('suggestions', () => {
  it('name this element and no other, the sturdiest first, and always one', () => {
    const save = h('button', { 'data-testid': 'save', class: 'x' }, 'Save')
    document.body.append(h('main', {}, save, h('button', {}, 'Save')))
    const found = suggestLocators(save, rootsOf(document)).map(({ locator }) => locator)
    expect(found[0]).toEqual({ testId: 'save' })
    expect(found).not.toContainEqual({ role: 'button', name: 'Save' })
    expect(found.at(-1)).toEqual({ css: 'html > body > main > button:nth-of-type(1)' })
  })
})

describe('a target', () => {
  it('that is found says by what, and what would last longer', () => {
    document.body.append(h('button', { class: 'go', 'data-docent-id': 'save' }, 'Save'))
    expect(inspect('.go')).toMatchObject({
      state: 'found',
      confidence: 0.35,
      sturdier: [
        { locator: { testId: 'save' } },
        { locator: { role: 'button', name: 'Save' } },
        { locator: { text: 'Save' } },
      ],
    })
    expect(inspect({ testId: 'save' })).toMatchObject({ state: 'found', sturdier: [] })
    expect(inspect([{ testId: 'gone' }, { text: 'Save' }]).state).toBe('fallback')
  })

  it('that is not says why', () => {
    document.body.append(h('button', { 'data-empty': '' }, 'Hidden'), h('i', {}, 'a'), h('i', {}, 'b'))
    expect(inspect({ css: 'i' })).toMatchObject({
      state: 'ambiguous',
      matches: [{ matched: 2, visible: 2 }],
      confidence: 0,
    })
    expect(inspect({ text: 'Hidden' })).toMatchObject({ state: 'hidden', matches: [{ matched: 1, visible: 0 }] })
    expect(inspect('#nope').state).toBe('missing')
  })
})
