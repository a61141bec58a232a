import type { View } from '@docent/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createHost } from '../host/create-host.ts'
import { createTestContext, featureWith, textView } from '../test-context.ts'
import { createPanel } from './create-panel.tsx'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
  vi.useRealTimers()
})

function drawPanel() {
  const test = createTestContext()
  ends.push(test.scope.dispose)
  const host = createHost(test.scope, {}, 'en')
  const launcher = host.root.appendChild(document.createElement('button'))
  launcher.className = 'launcher'
  const panel = createPanel(test.context, host)
  const shown = (text: string) => vi.waitFor(() => expect(host.root.textContent).toContain(text), { interval: 2 })
  const press = (name: string) =>
    [...host.root.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click()
  return { ...test, host, launcher, show: panel.show, shown, press, shadow: host.root.getRootNode() as ShadowRoot }
}
const faqWith = (load: () => Promise<View>) =>
  featureWith('faq', { panel: { icon: 'book', order: 10, label: () => 'Help', load } })

describe('the panel', () => {
  it('closes with Escape, and the focus goes back to the launcher', async () => {
    const { context, panel, installed, show, shown, shadow, launcher, host } = drawPanel()
    installed.value = [faqWith(async () => textView('Articles'))]
    context.open('faq')
    show()
    await shown('Articles')
    const dialog = host.root.querySelector<HTMLElement>('[role=dialog]')
    await vi.waitFor(() => expect(shadow.activeElement).toBe(dialog), { interval: 2 })
    dialog?.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))
    expect(panel.value).toBeDefined()
    dialog?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    expect(panel.value).toBe(undefined)
    await vi.waitFor(() => expect(shadow.activeElement).toBe(launcher), { interval: 2 })
    await vi.waitFor(() => expect(dialog?.dataset.closed).toBe(''), { interval: 2 })
  })

  it('leaves Escape to whoever inside has used it', async () => {
    const { context, panel, show, host } = drawPanel()
    context.open('home')
    show()
    await vi.waitFor(() => expect(host.root.querySelector('[role=dialog]')).not.toBe(null), { interval: 2 })
    const used = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })
    used.preventDefault()
    host.root.querySelector('[role=dialog]')?.dispatchEvent(used)
    expect(panel.value).toBeDefined()
  })
})

describe('a place that is none', () => {
  it('is told, and the home screen is there instead', async () => {
    const { context, reported, show, host } = drawPanel()
    context.open('no-such-feature')
    show()
    await vi.waitFor(() => expect(reported).toHaveLength(1), { interval: 2 })
    expect(String(reported[0])).toContain('no-such-feature')
    await vi.waitFor(() => expect(host.root.querySelector('.place > div:not([hidden])')).not.toBe(null), {
      interval: 2,
    })
    expect(host.root.textContent).not.toContain('Try again')
  })
})

describe('a place that does not load', () => {
  const broken = () => vi.fn<() => Promise<View>>().mockRejectedValueOnce(new Error('No network'))

  it('says so, and is drawn after "Try again"', async () => {
    const { context, installed, show, shown, press, reported } = drawPanel()
    const load = broken().mockResolvedValue(textView('Articles'))
    installed.value = [faqWith(load)]
    context.open('faq')
    show()
    await shown('This part didn’t load')
    expect(reported).toEqual([new Error('No network')])
    press('Try again')
    await shown('Articles')
    expect(load).toHaveBeenCalledTimes(2)
  })

  it('is tried again when the network is back', async () => {
    const { context, installed, show, shown, page } = drawPanel()
    installed.value = [faqWith(broken().mockResolvedValue(textView('Articles')))]
    page.online.value = false
    context.open('faq')
    show()
    await shown('This part didn’t load')
    page.online.value = true
    await shown('Articles')
  })
})

describe('home', () => {
  it.each([
    [4, 'Good evening, Grace.'],
    [5, 'Good morning, Grace.'],
    [12, 'Good afternoon, Grace.'],
    [18, 'Good evening, Grace.'],
  ])('greets by name at %i o’clock', async (hour, greeting) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 20, hour) })
    const { context, visitor, show, shown } = drawPanel()
    visitor.value = { name: 'Grace Hopper', traits: {} }
    context.open('home')
    show()
    await shown(greeting)
  })

  it('greets without a name, too', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 20, 9) })
    const { context, show, shown } = drawPanel()
    context.open('home')
    show()
    await shown('Good morning. What can we help with?')
  })

  it('shows the other cards when one does not load, in their order', async () => {
    const { context, installed, show, shown, reported, host } = drawPanel()
    const card = (id: string, order: number, load: () => Promise<View>) =>
      featureWith(id, { homeCards: [{ id, order, load }] })
    installed.value = [
      card('last', 30, async () => textView('Last card')),
      card('broken', 20, () => Promise.reject(new Error('No network'))),
      card('first', 10, async () => textView('First card')),
    ]
    context.open('home')
    show()
    await shown('Last card')
    expect(host.root.querySelector('.cards')?.textContent).toBe('First cardLast card')
    expect(reported).toEqual([new Error('No network')])
  })
})
