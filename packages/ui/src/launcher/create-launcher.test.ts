import { signal } from '@preact/signals'
import { expect, it, vi } from 'vitest'
import { createHost } from '../host/create-host.ts'
import { createTestContext, featureWith } from '../test-context.ts'
import { createLauncher } from './create-launcher.ts'

function drawLauncher() {
  const test = createTestContext()
  const [toggle, prepare] = [vi.fn(), vi.fn()]
  const host = createHost(test.scope, {}, 'en')
  createLauncher(test.context, host, toggle, prepare)
  const button = host.root.querySelector<HTMLButtonElement>('.launcher')
  if (!button) throw new Error('There is no launcher')
  const facts = () => [button.getAttribute('aria-label'), button.getAttribute('aria-expanded')]
  return { ...test, toggle, prepare, button, facts }
}

it('says what a press does, and what waits', async () => {
  const { facts, unread, panel, button } = drawLauncher()
  expect([...facts(), button.querySelector('.count')]).toEqual(['Open help', 'false', null])
  unread.value = 1
  await vi.waitFor(() => expect(button.querySelector('.count')).not.toBe(null), { interval: 2 })
  const count = button.querySelector<HTMLElement>('.count')
  const shown = () => [...facts(), count?.hidden, count?.textContent]
  expect(shown()).toEqual(['Open help, 1 unread', 'false', false, '1'])
  unread.value = 120
  expect(shown()).toEqual(['Open help, 120 unread', 'false', false, '99+'])
  panel.value = { feature: 'home', route: '' }
  expect(shown().slice(0, 3)).toEqual(['Close help', 'true', true])
  panel.value = undefined
  expect(shown()).toEqual(['Open help, 120 unread', 'false', false, '99+'])
  // Read in another tab.
  unread.value = 0
  expect(shown().slice(0, 3)).toEqual(['Open help', 'false', true])
})

it('is hidden where the page asks for it', () => {
  const { button, launcherShown } = drawLauncher()
  expect(button.hidden).toBe(false)
  launcherShown.value = false
  expect(button.hidden).toBe(true)
})

it('prepares once when it is reached for, and toggles with every press', () => {
  const { button, prepare, toggle } = drawLauncher()
  for (let times = 0; times < 2; times++) {
    button.dispatchEvent(new Event('pointerenter'))
    button.click()
  }
  expect([prepare.mock.calls.length, toggle.mock.calls.length]).toEqual([1, 2])
})

it('draws a ring for the progress of a feature, and only then', async () => {
  const { button, installed } = drawLauncher()
  const progress = signal<number | undefined>(undefined)
  installed.value = [featureWith('checklist', { progress })]
  expect(button.querySelector('.ring')).toBe(null)
  progress.value = 0.4
  await vi.waitFor(() => expect(button.querySelector('.ring')).not.toBe(null), { interval: 2 })
  const [ring, arc] = [button.querySelector('.ring'), button.querySelector('.ring circle:last-child')]
  expect([ring?.hasAttribute('hidden'), arc?.getAttribute('stroke-dasharray')]).toEqual([false, '40 100'])
  progress.value = 0
  expect(arc?.getAttribute('visibility')).toBe('hidden')
  progress.value = undefined
  expect(ring?.hasAttribute('hidden')).toBe(true)
})
