import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { followTarget } from './follow.ts'

const button = (id: string): HTMLElement => {
  const element = document.createElement('button')
  element.id = id
  element.textContent = 'Save'
  return element
}
const target = { role: 'button', name: 'Save' }
let end: AbortController
const seen: (string | undefined)[] = []
const follow = (): Promise<void> => followTarget(target, document, end.signal, (element) => void seen.push(element?.id))

beforeEach(() => {
  end = new AbortController()
  seen.length = 0
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 10, 10))
})
afterEach(() => {
  end.abort()
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

it('tells at once what is there', async () => {
  document.body.append(button('a'))
  await follow()
  expect(seen).toEqual(['a'])
})

it('tells what comes late, and what replaces it', async () => {
  await follow()
  expect(seen).toEqual([])
  document.body.append(button('late'))
  await vi.waitFor(() => expect(seen).toEqual(['late']))
  document.body.replaceChildren(button('new'))
  await vi.waitFor(() => expect(seen).toEqual(['late', 'new']))
})

it('tells when it goes, and when a second one makes it ambiguous', async () => {
  document.body.append(button('a'))
  await follow()
  document.body.append(button('b'))
  await vi.waitFor(() => expect(seen).toEqual(['a', undefined]))
  document.getElementById('a')?.remove()
  await vi.waitFor(() => expect(seen).toEqual(['a', undefined, 'b']))
})

it('asks for no frame while nothing happens, and leaves nothing when it ends', async () => {
  document.body.append(button('a'))
  await follow()
  const frames = vi.spyOn(window, 'requestAnimationFrame')
  await new Promise((resolve) => setTimeout(resolve))
  expect(frames).not.toHaveBeenCalled()
  end.abort()
  document.body.replaceChildren(button('b'))
  await new Promise((resolve) => setTimeout(resolve))
  expect(frames).not.toHaveBeenCalled()
  expect(seen).toEqual(['a'])
})
