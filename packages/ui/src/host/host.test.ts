import { createScope } from '@docent/core'
import { afterEach, expect, it, vi } from 'vitest'
import { adoptStyles } from './adopt-styles.ts'
import { createHost } from './create-host.ts'

const scopes: ReturnType<typeof createScope>[] = []
const newHost = (...[appearance = {}, locale = 'en']: [Parameters<typeof createHost>[1]?, string?]) => {
  const scope = createScope()
  scopes.push(scope)
  return { scope, ...createHost(scope, appearance, locale) }
}
afterEach(() => {
  for (const scope of scopes.splice(0)) scope.dispose()
})
const isBack = (element: Element) => vi.waitFor(() => expect(element.isConnected).toBe(true), { interval: 1 })

it('adopts a sheet once per root, and shares it between roots', () => {
  const [a, b] = [newHost(), newHost()]
  const roots = [a, b].map(({ element }) => element.shadowRoot as ShadowRoot)
  for (const root of [...roots, ...roots]) adoptStyles(root, '.a{color:red}')
  expect(roots.map((root) => root.adoptedStyleSheets.length)).toEqual([1, 1])
  expect(roots[0]?.adoptedStyleSheets[0]).toBe(roots[1]?.adoptedStyleSheets[0])
  a.adopt('.b{color:blue}')
  expect(roots.map((root) => root.adoptedStyleSheets.length)).toEqual([2, 1])
})

it('is put back when the page replaces its body, every time', async () => {
  const { element } = newHost()
  expect(element.parentElement).toBe(document.body)
  for (let times = 0; times < 2; times++) {
    document.body.replaceWith(document.createElement('body'))
    expect(element.isConnected).toBe(false)
    await isBack(element)
    expect(element.parentElement).toBe(document.body)
  }
})

it('is put back when its container is emptied', async () => {
  const container = document.body.appendChild(document.createElement('main'))
  const { element } = newHost({ container })
  container.replaceChildren()
  await isBack(element)
  expect(element.parentElement).toBe(container)
})

it('is gone for good when its scope ends', async () => {
  const { element, scope } = newHost()
  const observed = new Promise((resolve) => {
    new MutationObserver(resolve).observe(document.body, { childList: true })
  })
  scope.dispose()
  await observed
  expect(element.isConnected).toBe(false)
})
