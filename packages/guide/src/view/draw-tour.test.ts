import { createScope, type Rule } from '@docent/core'
import { signal } from '@preact/signals-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StepDefinition } from '../options.ts'
import { createTestContext } from '../test-context.ts'
import { createTourControl } from '../tour/tour-control.ts'
import { drawTour } from './draw-tour.ts'
import type { Sight } from './look-for.ts'

const target = '#new'
const one: StepDefinition = { id: 'one', title: 'Title one', text: 'Text one', target }
const two: StepDefinition = { id: 'two', title: 'Title two', text: 'Text two' }
// What the card is placed by, and the environment of these tests lacks.
beforeEach(() => vi.stubGlobal('visualViewport', null))
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 10, 10))
})
afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

function draw(reason: 'manual' | 'automatic') {
  const { context, merge } = createTestContext()
  const everyPage = (rule: Rule) => ({ rule, verdict: true }) as const
  const control = createTourControl(context, [{ id: 'welcome', steps: [one, two] }], everyPage)
  control.start('welcome', reason)
  const container = document.createElement('div')
  const element = document.createElement('button')
  document.body.append(element, container)
  const sight = signal<Sight>({ phase: 'looking' })
  const scope = createScope()
  drawTour({ context, control, sight, container, scope })
  const card = () => container.querySelector('[role=dialog]')
  const parts = () => [...container.children].map(({ className }) => className.split(' ')[0])
  const lit = () => [...container.querySelectorAll(':scope > .on')].map(({ className }) => className.split(' ')[0])
  const said = () => container.querySelector('[role=status]')?.textContent
  return { control, container, element, sight, scope, merge, card, parts, lit, said }
}

describe('what is drawn of a tour', () => {
  it('is nothing to see while the target is looked for, with the live region there already', () => {
    const { parts, said } = draw('automatic')
    expect([parts(), said()]).toEqual([['scrim', 'hidden'], ''])
  })

  it('is the card and the page darkened, but for the target of a step that has one', () => {
    const { sight, element, control, parts, lit } = draw('automatic')
    sight.value = { step: one, phase: 'beside', element }
    expect([parts(), lit()]).toEqual([
      ['scrim', 'spot', 'pop', 'hidden'],
      ['scrim', 'spot'],
    ])
    control.advance('one', false)
    expect([parts(), lit()]).toEqual([['scrim', 'spot', 'hidden'], []])
    sight.value = { step: two, phase: 'alone' }
    expect([parts(), lit()]).toEqual([['scrim', 'pop', 'hidden'], ['scrim']])
  })

  it('keeps its card while the target comes and goes, and whatever else is stored', () => {
    const { sight, element, card, lit, merge } = draw('automatic')
    sight.value = { step: one, phase: 'beside', element }
    const drawn = card()
    sight.value = { step: one, phase: 'beside' }
    expect(lit()).toEqual([])
    sight.value = { step: one, phase: 'alone' }
    merge({ key: 'checklist/start', value: 1, merge: 'max', changedAt: 1 })
    sight.value = { step: one, phase: 'beside', element }
    expect(lit()).toEqual(['scrim', 'spot'])
    expect(card()).toBe(drawn)
  })

  it('leaves nothing when the scope ends', () => {
    const { sight, element, scope, lit, card } = draw('manual')
    sight.value = { step: one, phase: 'beside', element }
    scope.dispose()
    expect([card(), lit()]).toEqual([null, []])
  })
})

describe('the focus', () => {
  it('stays where it is for a tour that began by itself, which is announced', () => {
    const { sight, element, said } = draw('automatic')
    element.focus()
    sight.value = { step: one, phase: 'beside', element }
    expect(said()).toBe('Step 1 of 2. Title one. Text one')
    expect(document.activeElement).toBe(element)
  })

  it('goes to the heading of a tour asked for, once, and nothing is announced', () => {
    const { sight, element, said } = draw('manual')
    sight.value = { step: one, phase: 'beside', element }
    expect([document.activeElement?.textContent, said()]).toEqual(['Title one', ''])
    element.focus()
    sight.value = { step: one, phase: 'alone' }
    expect(document.activeElement).toBe(element)
  })

  it('is not taken from a field', () => {
    const { sight, element, said } = draw('manual')
    const field = document.createElement('input')
    document.body.append(field)
    field.focus()
    sight.value = { step: one, phase: 'beside', element }
    expect([document.activeElement, said()]).toEqual([field, 'Step 1 of 2. Title one. Text one'])
  })

  it('goes on to the next card from a card that had it, also when the page led on', () => {
    const { sight, element, card, control } = draw('automatic')
    sight.value = { step: one, phase: 'beside', element }
    card()?.querySelector('button')?.focus()
    control.advance('one', false)
    sight.value = { step: two, phase: 'alone' }
    expect(document.activeElement?.textContent).toBe('Title two')
  })
})
