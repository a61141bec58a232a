import { createScope } from '@docent/core'
import { signal } from '@preact/signals'
import { afterEach, expect, it, vi } from 'vitest'
import { createChecklistModel } from '../model.ts'
import type { ChecklistOptions } from '../options.ts'
import { createTestContext } from '../test-context.ts'
import { home, panel } from './index.ts'

const event = (name: string) => ({ kind: 'event', name }) as const
const options: ChecklistOptions = {
  checklists: [
    {
      id: 'setup',
      title: 'Set up',
      tasks: [
        { id: 'logo', title: 'Add a logo', text: 'Any size.', doneWhen: event('logo_added') },
        {
          id: 'bank',
          title: 'Add a bank',
          required: true,
          doneWhen: event('bank_added'),
          action: { kind: 'page', url: '/bank', label: 'Add account' },
          help: { kind: 'guide', id: 'bank-tour' },
        },
        { id: 'send', title: 'Send', requires: ['bank'], doneWhen: event('sent') },
      ],
    },
  ],
}
const scope = createScope()
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function draw(which: typeof panel | typeof home = panel) {
  const test = createTestContext()
  test.load()
  test.context.services.provide({ startGuide: (id) => void test.calls.push(`guide ${id}`) })
  const model = await createChecklistModel(test.context, options, signal())
  const container = document.createElement('div')
  document.body.append(container)
  which(test.context, model).mount(container, scope, signal('setup'))
  const rows = (): string[] => [...container.querySelectorAll('li')].map(({ textContent }) => textContent ?? '')
  const button = (name: string): HTMLElement | undefined =>
    [...container.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith(name))
  return { ...test, model, container, rows, button }
}

it('opens one task: the next, or the one that was chosen', async () => {
  const { rows, button } = await draw()
  expect(rows()).toEqual([
    'Add a logoOptionalAny size.Skip',
    'Add a bankRequired',
    'SendOpens when “Add a bank” is done',
  ])
  expect(button('Add a logo')?.getAttribute('aria-expanded')).toBe('true')
  button('Add a bank')?.click()
  await vi.waitFor(() => expect(rows()[1]).toBe('Add a bankRequiredAdd accountShow me how'))
  expect(rows()[0]).toBe('Add a logoOptional')
})

it('goes on to the next task when one is done elsewhere, and tells it', async () => {
  const { container, context, rows } = await draw()
  context.track('logo_added')
  await vi.waitFor(() => expect(rows()[0]).toBe('Add a logoDone'))
  expect(rows()[1]).toContain('Add account')
  expect(container.querySelector('[role=status]')?.textContent).toBe('1 of 3 done')
})

it('skips an optional task and puts it back; a required one cannot be skipped', async () => {
  const { clock, rows, button } = await draw()
  button('Skip')?.click()
  await vi.waitFor(() => expect(rows()[0]).toBe('Add a logoSkippedPut back'))
  expect(button('Skip')).toBeUndefined()
  clock.time += 1000
  button('Put back')?.click()
  await vi.waitFor(() => expect(rows()[0]).toContain('Optional'))
})

it('leads to the page and to the guide of a task, and out of the way on a phone', async () => {
  const { calls, button, rows } = await draw()
  button('Add a bank')?.click()
  await vi.waitFor(() => expect(rows()[1]).toContain('Add account'))
  vi.stubGlobal('innerWidth', 1200)
  button('Add account')?.click()
  vi.stubGlobal('innerWidth', 390)
  button('Show me how')?.click()
  expect(calls).toEqual(['navigate /bank', 'close', 'guide bank-tour'])
})

it('ends with the fact, and once only speaks of it at home', async () => {
  const { container, context, model } = await draw()
  for (const name of ['logo_added', 'bank_added', 'sent']) context.track(name)
  await vi.waitFor(() => expect(container.querySelector('h3')?.textContent).toBe('All 3 tasks done'))
  expect(container.textContent).toContain('You finished “Send” on November 20.')
  await vi.waitFor(() => expect(model.shown.value).toEqual([]))
})

it('speaks of the end at home until it was seen, when the panel was closed at the time', async () => {
  const { container, context, model, panel } = await draw()
  panel.value = undefined
  for (const name of ['logo_added', 'bank_added', 'sent']) context.track(name)
  await vi.waitFor(() => expect(container.querySelector('h3')?.textContent).toBe('All 3 tasks done'))
  // Effects of a view run after it was painted.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))
  expect(model.shown.value).toHaveLength(1)
  panel.value = { feature: 'checklist', route: 'setup' }
  await vi.waitFor(() => expect(model.shown.value).toEqual([]))
})

it('has a card that leads to the checklist, and none when there is nothing to say', async () => {
  const { button, calls, container, model } = await draw(home)
  expect(container.textContent).toBe('Set up0 of 3 · Next: Add a logo')
  button('Set up')?.click()
  expect(calls).toEqual(['open checklist setup'])
  const checklist = model.find('setup')
  if (checklist) model.snooze(checklist, false)
  await vi.waitFor(() => expect(container.childNodes).toHaveLength(0))
})
