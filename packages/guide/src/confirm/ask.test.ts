import { afterEach, expect, it, vi } from 'vitest'
import { createTestContext } from '../test-context.ts'
import { prepare } from './ask.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function ready(control: HTMLElement, submitter?: HTMLElement) {
  const { context, tracked } = createTestContext()
  const host = document.createElement('div')
  const layer = document.createElement('div')
  host.attachShadow({ mode: 'open' }).append(layer)
  document.body.append(host)
  const ask = await prepare({ ...context, layer: async () => layer }, control, submitter)
  const dialog = () => layer.querySelector('dialog')
  const labels = () => [...(dialog()?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent)
  const press = (at: number) => dialog()?.querySelectorAll('button')[at]?.click()
  return { ask, context, dialog, host, labels, press, told: () => tracked.map(({ name }) => name) }
}
const control = (label: string): HTMLElement => Object.assign(document.createElement('button'), { textContent: label })

it('asks in the words of the control, and answers yes to its own name only', async () => {
  const { ask, dialog, labels, press, told } = await ready(control(' Delete\n  invoice '))
  const answer = ask('Delete this invoice?')
  expect(dialog()?.open).toBe(true)
  expect(dialog()?.getAttribute('aria-labelledby')).toBe(dialog()?.querySelector('p')?.id)
  expect([dialog()?.querySelector('p')?.textContent, labels()]).toEqual([
    'Delete this invoice?',
    ['Cancel', 'Delete invoice'],
  ])
  press(1)
  expect(await answer).toBe(true)
  expect(dialog()).toBeNull()
  expect(told()).toEqual(['confirm_shown', 'confirm_confirmed'])
})

it('leaving is a no: by its button, by Escape, by the end of the widget', async () => {
  const { ask, context, dialog, press, told } = await ready(control('Delete'))
  const leave = [() => press(0), () => dialog()?.close(), () => context.scope.dispose()]
  for (const how of leave) {
    const answer = ask('Sure?')
    how()
    expect(await answer).toBe(false)
  }
  expect(told().filter((name) => name === 'confirm_cancelled')).toHaveLength(leave.length)
})

it('is called after the button that sends a form, or what the page says it is', async () => {
  const form = document.createElement('form')
  form.append('Everything in the form')
  const { ask, labels, dialog } = await ready(form, control('Send all'))
  void ask('Sure?')
  expect(labels()[1]).toBe('Send all')
  dialog()?.close()
  const alone = await ready(form)
  void alone.ask('Sure?')
  expect(alone.labels()[1]).toBe('Continue')
  alone.dialog()?.close()
  const named = control('⋯')
  named.dataset.docentConfirmLabel = 'Archive'
  const { ask: askNamed, labels: labelsNamed } = await ready(named)
  void askNamed('Sure?')
  expect(labelsNamed()[1]).toBe('Archive')
})

it('the browser asks where the widget has left the page', async () => {
  const { ask, host, dialog } = await ready(control('Delete'))
  const asked = vi.fn(() => true)
  vi.stubGlobal('confirm', asked)
  host.remove()
  expect([await ask('Sure?'), asked.mock.calls, dialog()]).toEqual([true, [['Sure?']], null])
})
