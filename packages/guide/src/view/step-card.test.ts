import { describe, expect, it, vi } from 'vitest'
import { guideMessages } from '../messages.ts'
import type { StepDefinition, TourDefinition } from '../options.ts'
import { createTestContext } from '../test-context.ts'
import { stepCard } from './step-card.ts'

const plain = (id: string): StepDefinition => ({ id, title: `Title ${id}`, text: `Text ${id}` })

function draw(step: Partial<StepDefinition>, { index = 0, count = 1, title = '' } = {}) {
  const { context } = createTestContext()
  const control = { advance: vi.fn(), back: vi.fn(), stop: vi.fn() }
  const pressed = vi.fn()
  const steps = Array.from({ length: count }, (_, at) => ({ ...plain(`${at}`), ...(at === index && step) }))
  const tour: TourDefinition = { id: 'welcome', steps, ...(title && { title }) }
  const place = { tour, step: steps[index] ?? plain(''), index, last: index === count - 1 }
  const t = context.translator(guideMessages)
  const card = stepCard({ t, control, place, page: document, pressed })
  const names = (): (string | null)[] => [...card.root.querySelectorAll('button')].map(({ textContent }) => textContent)
  const press = (name: string, detail = 1): void => {
    const button = [...card.root.querySelectorAll('button')].find(({ textContent }) => textContent === name)
    button?.dispatchEvent(new MouseEvent('click', { detail }))
  }
  return { ...card, control, pressed, names, press }
}

describe('the labels of a step', () => {
  it('are those of its place in the tour', () => {
    const at = (index: number) => {
      const { point, names } = draw({}, { index, count: 3 })
      point(false)
      return names()
    }
    expect([at(0), at(1), at(2)]).toEqual([
      ['Skip tour', 'Next'],
      ['Skip tour', 'Back', 'Next'],
      ['Back', 'Done'],
    ])
  })

  it('of a tour of one step name no progress', () => {
    const { root, point, names } = draw({})
    point(false)
    expect([names(), root.querySelector('.pips')]).toEqual([['Done'], null])
  })

  it('name the tour to screen readers, where it has a title', () => {
    expect(draw({}, { title: 'Invoices' }).heading.textContent).toBe('Invoices: Title 0')
    expect(draw({}).heading.innerHTML).toBe('Title 0')
  })
})

describe('the buttons of a step', () => {
  it('lead on, back and out', () => {
    const { point, press, control, pressed } = draw({}, { index: 1, count: 3 })
    point(false)
    press('Next')
    press('Back')
    expect(pressed).toHaveBeenCalledTimes(2)
    press('Skip tour')
    expect(control.advance.mock.calls).toEqual([['1', true]])
    expect(control.back.mock.calls).toEqual([['1']])
    expect(control.stop.mock.calls).toEqual([['skip']])
    expect(pressed).toHaveBeenCalledTimes(2)
  })

  it('ignore the second press of a double click, but not a key', () => {
    const { point, press, control, pressed } = draw({}, { index: 1, count: 3 })
    point(false)
    press('Next', 2)
    press('Back', 2)
    expect([pressed, control.advance, control.back].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0])
    press('Next', 0)
    expect(control.advance).toHaveBeenCalledOnce()
  })

  it('do not repeat while Enter is held down', () => {
    const { root } = draw({})
    const held = (repeat: boolean) => new KeyboardEvent('keydown', { key: 'Enter', repeat, cancelable: true })
    expect([root.dispatchEvent(held(false)), root.dispatchEvent(held(true))]).toEqual([true, false])
  })
})

describe('a step with a target', () => {
  it('is not placed before it has a place, and stands in the middle without its target', () => {
    const { root, point } = draw({ target: '#new' })
    point(true)
    expect(root.className).toBe('pop')
    root.style.setProperty('translate', '40px 50px')
    root.classList.add('placed')
    point(true)
    expect(root.className).toBe('pop placed')
    point(false)
    expect([[...root.classList].sort(), root.style.translate]).toEqual([['middle', 'placed', 'pop'], ''])
  })

  it('that waits for it has a button only where it is missing', () => {
    const { point, names } = draw({ target: '#new', advance: { kind: 'click' } })
    point(true)
    expect(names()).toEqual([])
    point(false)
    expect(names()).toEqual(['Done'])
    point(true)
    expect(names()).toEqual([])
  })

  it('that waits for an event has no button in the middle when it never had a target', () => {
    const { point, names } = draw({ advance: { kind: 'event', name: 'paid' } })
    point(false)
    expect(names()).toEqual([])
  })
})
