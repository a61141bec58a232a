import { createScope } from '@docent/core'
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
afterEach(() => document.body.replaceChildren())

function draw(reason: 'manual' | 'automatic') {
  const { context, merge } = createTestContext()
  const everyPage = () => ({ verdict: true, trace: { kind: 'page', verdict: true, read: '' } }) as const
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
  const said = () => container.querySelector('[role=status]')?.textContent
  return { control, container, element, sight, scope, merge, card, parts, said }
}

describe('what is drawn of a tour', () => {
  it('is nothing to see while the target is looked for, with the live region there already', () => {
    const { parts, said } = draw('automatic')
    expect([parts(), said()]).toEqual([['spot', 'hidden'], ''])
  })

  it('is the spotlight and the card beside a target, and a scrim only for a step that has none', () => {
    const { sight, element, control, parts, container } = draw('automatic')
    sight.value = { step: one, phase: 'beside', element }
    expect(parts()).toEqual(['spot', 'pop', 'hidden'])
    expect(container.querySelector('.spot')?.className).toBe('spot on')
    control.advance('one', false)
    expect([parts(), container.querySelector('.spot.on')]).toEqual([['spot', 'hidden'], null])
    sight.value = { step: two, phase: 'alone' }
    expect(parts()).toEqual(['spot', 'scrim', 'pop', 'hidden'])
  })

  it('keeps its card while the target comes and goes, and whatever else is stored', () => {
    const { sight, element, card, container, merge } = draw('automatic')
    sight.value = { step: one, phase: 'beside', element }
    const drawn = card()
    sight.value = { step: one, phase: 'beside' }
    expect(container.querySelector('.spot.on')).toBeNull()
    sight.value = { step: one, phase: 'alone' }
    merge({ key: 'checklist/start', value: 1, merge: 'max', changedAt: 1 })
    sight.value = { step: one, phase: 'beside', element }
    expect(container.querySelector('.spot.on')).not.toBeNull()
    expect(card()).toBe(drawn)
  })

  it('leaves nothing when the scope ends', () => {
    const { sight, element, scope, container, card } = draw('manual')
    sight.value = { step: one, phase: 'beside', element }
    scope.dispose()
    expect([card(), container.querySelector('.spot.on')]).toEqual([null, null])
  })
})

describe('the focus', () => {
  it('stays where it is for a tour that began by itself, which is announced', () => {
    const { sight, element, said } = draw('automatic')
    element.focus()
    sight.value = { step: one, phase: 'beside', element }
    expect(said()).toBe('Step 1 of 2: Title one. Text one')
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
    expect([document.activeElement, said()]).toEqual([field, 'Step 1 of 2: Title one. Text one'])
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
