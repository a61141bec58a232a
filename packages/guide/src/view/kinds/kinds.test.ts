import { createScope, type Rule } from '@docent/core'
import { signal } from '@preact/signals-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StepDefinition } from '../../options.ts'
import { createTestContext } from '../../test-context.ts'
import { createTourControl } from '../../tour/tour-control.ts'
import { drawTour } from '../draw-tour.ts'
import type { Sight } from '../look-for.ts'
import { draw, followInput, giveUp } from './index.ts'

// What cards are placed by, and the environment of these tests lacks.
beforeEach(() => vi.stubGlobal('visualViewport', null))
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 10, 10))
})
afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

function show(step: Partial<StepDefinition>) {
  const test = createTestContext()
  const first: StepDefinition = { id: 'one', title: 'One', text: 'Text', ...step }
  const tours = [{ id: 'welcome', steps: [first, { id: 'two', title: 'Two', text: 'Two' }] }]
  const everyPage = (rule: Rule) => ({ rule, verdict: true }) as const
  const control = createTourControl(test.context, tours, everyPage)
  control.start('welcome', 'manual')
  const host = document.createElement('docent-widget')
  const container = document.createElement('div')
  host.attachShadow({ mode: 'open' }).append(container)
  const element = document.createElement('button')
  document.body.append(element, host)
  const sight = signal<Sight>({ phase: 'looking' })
  const scope = createScope()
  const rare = { draw, followInput, giveUp }
  drawTour({ context: test.context, control, sight, container, rare, scope })
  sight.value = first.target ? { step: first, phase: 'beside', element } : { step: first, phase: 'alone' }
  const button = (name: string): HTMLButtonElement | undefined =>
    [...container.querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
    )
  const card = () => container.querySelector('[role=dialog]')
  const press = (name: string): void => void button(name)?.click()
  return { ...test, control, container, card, button, press, scope, stepNow: () => control.place.value?.step.id }
}

describe('a hotspot', () => {
  it('is a dot by the name of the step, and the card once it is pressed', () => {
    const { card, button, press, stepNow } = show({ kind: 'hotspot', target: '#a' })
    expect([card(), button('One')?.getAttribute('aria-expanded')]).toEqual([null, 'false'])
    press('One')
    expect([card()?.querySelector('h2')?.textContent, button('One')]).toEqual(['One', undefined])
    press('Next')
    expect(stepNow()).toBe('two')
  })
})

describe('a banner', () => {
  it('is a named bar at its edge with the way on, said aloud, without taking the focus', () => {
    const before = document.activeElement
    const { container, press, stepNow } = show({ kind: 'banner', placement: 'top' })
    const bar = container.querySelector('section')
    expect([bar?.className, bar?.getAttribute('aria-label')]).toEqual(['bar top', 'One'])
    expect(container.querySelector('[role=status]')?.textContent).toBe('One. Text')
    expect(document.activeElement).toBe(before)
    press('Next')
    expect([stepNow(), container.querySelector('section')]).toEqual(['two', null])
  })
})

describe('a question', () => {
  const answers = (test: ReturnType<typeof show>) => [
    test.entries.value?.get('guide/welcome/answer/one')?.value,
    test.tracked.find(({ name }) => name === 'question_answered')?.data,
  ]

  it('keeps and tells a number of a rating, and goes on', () => {
    const test = show({ kind: 'question', question: { kind: 'rating', from: 0, to: 10, lowest: 'No', highest: 'Yes' } })
    const options = [...test.container.querySelectorAll<HTMLInputElement>('input')]
    expect([options.length, test.container.querySelector('.ends')?.textContent]).toEqual([11, 'NoYes'])
    options[0]?.click()
    test.press('Next')
    expect(answers(test)).toEqual([0, { tour: 'welcome', step: 'one', answer: 0 }])
    expect(test.stepNow()).toBe('two')
  })

  it('takes a choice, and a text without the spaces around it', () => {
    const choice = show({ kind: 'question', question: { kind: 'choice', options: ['Well', 'Badly'] } })
    choice.container.querySelectorAll<HTMLInputElement>('input')[1]?.click()
    choice.press('Next')
    expect(answers(choice)[0]).toBe('Badly')
    document.body.replaceChildren()
    const text = show({ kind: 'question', question: { kind: 'text' } })
    const field = text.container.querySelector('textarea')
    if (field) field.value = ' More colours '
    text.press('Next')
    expect(answers(text)[0]).toBe('More colours')
  })

  it('that nobody answers only goes on', () => {
    const test = show({ kind: 'question', question: { kind: 'text' } })
    test.press('Next')
    expect([...answers(test), test.stepNow()]).toEqual([undefined, undefined, 'two'])
  })

  it('is declined in its own words: who is asked something is on no tour', () => {
    const test = show({ kind: 'question', question: { kind: 'text' } })
    test.press('Not now')
    expect(test.stepNow()).toBeUndefined()
  })
})

describe('a step that holds the page', () => {
  it('takes the focus, keeps it from elsewhere, and gives it up with the step', () => {
    const { container, card, control, stepNow } = show({ kind: 'modal', target: '#a' })
    const root = container.getRootNode() as ShadowRoot
    expect(container.classList.contains('held')).toBe(true)
    expect(root.activeElement?.textContent).toBe('One')
    const outside = document.createElement('button')
    document.body.append(outside)
    outside.focus()
    expect(root.activeElement?.textContent).toBe('One')
    expect(card()).not.toBeNull()
    control.advance('one', false)
    expect([container.classList.contains('held'), stepNow()]).toEqual([false, 'two'])
  })
})

it('a button of the host’s own does what it says, and is not there where it cannot', () => {
  const { container, navigations, press } = show({ action: { kind: 'page', url: '/a', label: 'Look' } })
  expect(container.querySelector('.link')?.textContent).toBe('Look')
  press('Look')
  expect(navigations).toEqual(['/a'])
  document.body.replaceChildren()
  expect(show({ action: { kind: 'guide', id: 'other' } }).container.querySelector('.link')).toBeNull()
})
