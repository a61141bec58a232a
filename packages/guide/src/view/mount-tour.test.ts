import { createScope, type Rule } from '@docent/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TourDefinition } from '../options.ts'
import { createTestContext } from '../test-context.ts'
import { createTourControl } from '../tour/tour-control.ts'
import { mountTour } from './mount-tour.ts'

const step = (id: string) => ({ id, title: `Title ${id}`, text: `Text ${id}` })
const tours: TourDefinition[] = [{ id: 'welcome', steps: [step('one'), step('two')] }]
let layer: HTMLElement
let opener: HTMLButtonElement

beforeEach(() => {
  const widget = document.createElement('docent-widget')
  layer = document.createElement('div')
  widget.attachShadow({ mode: 'open' }).append(layer)
  opener = document.createElement('button')
  document.body.append(opener, widget)
  opener.focus()
})
afterEach(() => document.body.replaceChildren())

async function show(reason: 'manual' | 'automatic') {
  const test = createTestContext()
  const everyPage = (rule: Rule) => ({ rule, verdict: true }) as const
  const control = createTourControl(test.context, tours, everyPage)
  control.start('welcome', reason)
  const scope = createScope()
  const open = vi.fn(async () => {})
  const context = { ...test.context, storage: { ...test.context.storage, open } }
  mountTour({ context, control, layer, memory: {}, scope })
  const root = layer.getRootNode() as ShadowRoot
  await vi.waitFor(() => expect(layer.querySelector('[role=dialog]')).not.toBeNull())
  const press = async (name: string): Promise<void> => {
    const button = [...layer.querySelectorAll('button')].find(({ textContent }) => textContent === name)
    button?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
    await vi.waitFor(() => expect(layer.querySelector('[role=dialog]')?.contains(button ?? null)).not.toBe(true))
  }
  const text = (selector: string): string => layer.querySelector(selector)?.textContent ?? ''
  return { test, control, scope, root, open, press, text }
}

describe('a tour on the screen', () => {
  it('has loaded what writes before the first answer, which may lead to another page at once', async () => {
    const { open } = await show('automatic')
    expect(open).toHaveBeenCalledTimes(1)
  })

  it('started by hand takes the focus, step by step', async () => {
    const { root, text, press } = await show('manual')
    expect(text('h2')).toBe('Title one')
    await vi.waitFor(() => expect(root.activeElement?.textContent).toBe('Title one'))
    await press('Next')
    await vi.waitFor(() => expect(root.activeElement?.textContent).toBe('Title two'))
    expect(text('[role=status]')).toBe('')
  })

  it('started by itself leaves the focus alone and is announced', async () => {
    const { root, text } = await show('automatic')
    expect(text('[role=status]')).toBe('Step 1 of 2. Title one. Text one')
    expect([root.activeElement, document.activeElement]).toEqual([null, opener])
  })

  it('names its dialog by title and text, and says how far it is', async () => {
    const { text } = await show('automatic')
    const dialog = layer.querySelector('[role=dialog]')
    const named = ['aria-labelledby', 'aria-describedby'].map((name) => text(`#${dialog?.getAttribute(name)}`))
    expect(named).toEqual(['Title one', 'Text one'])
    expect(text('.pips')).toBe('Step 1 of 2')
    expect(dialog?.hasAttribute('aria-modal')).toBe(false)
  })

  it('goes back, and offers no way back on the first step', async () => {
    const { press, text } = await show('manual')
    const names = (): (string | null)[] => [...layer.querySelectorAll('button')].map(({ textContent }) => textContent)
    expect(names()).toEqual(['Skip tour', 'Next'])
    await press('Next')
    expect(names()).toEqual(['Back', 'Done'])
    await press('Back')
    expect(text('h2')).toBe('Title one')
  })

  it('ignores the second press of a double click', async () => {
    const { control } = await show('manual')
    const next = [...layer.querySelectorAll('button')].at(-1)
    next?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }))
    expect(control.place.value?.step.id).toBe('one')
  })

  it('ends with Escape in the card, and leaves that of the page to the page', async () => {
    const { control } = await show('automatic')
    const pressEscape = (part: Element | null): void =>
      void part?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }))
    pressEscape(opener)
    expect(control.place.value?.step.id).toBe('one')
    pressEscape(layer.querySelector('[role=dialog] button'))
    expect(control.place.value).toBeUndefined()
  })

  it('gives the focus back into the shadow tree that it came from', async () => {
    const inner = document.createElement('button')
    const part = document.createElement('x-part')
    part.attachShadow({ mode: 'open' }).append(inner)
    document.body.append(part)
    inner.focus()
    const { control, scope } = await show('manual')
    control.stop('skip')
    scope.dispose()
    expect(part.shadowRoot?.activeElement).toBe(inner)
  })

  it('gives the focus back, and leaves nothing', async () => {
    const { control, scope, test } = await show('manual')
    control.stop('skip')
    scope.dispose()
    expect(document.activeElement).toBe(opener)
    expect(layer.childNodes).toHaveLength(0)
    expect(test.tracked.map(({ name }) => name)).toEqual(['tour_started', 'tour_step_seen', 'tour_dismissed'])
  })
})
