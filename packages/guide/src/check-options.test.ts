import { DocentError } from '@docent/core'
import { describe, expect, it } from 'vitest'
import { checkGuideOptions } from './check-options.ts'
import type { GuideOptions } from './options.ts'

const step = { id: 'one', title: 'One', text: 'First' }
const tour = (...steps: object[]) => ({ tours: [{ id: 'welcome', steps }] })
const tip = (change: object) => ({ tips: [{ id: 'copy', target: '#copy', text: 'Makes a copy', ...change }] })

const problemOf = (options: unknown): string => {
  try {
    checkGuideOptions(options as GuideOptions)
  } catch (error) {
    if (error instanceof DocentError) return `${error.code}: ${error.message}`
    throw error
  }
  return ''
}

describe('checkGuideOptions', () => {
  it('accepts nothing, and what the documentation shows', () => {
    expect(problemOf(undefined)).toBe('')
    const second = {
      ...step,
      id: 'two',
      page: '/invoices/new',
      target: [{ testId: 'a' }, { role: 'button', name: 'B' }, { css: 'c' }],
    }
    expect(problemOf({ ...tour(step, second), ...tip({}) })).toBe('')
  })

  it('accepts a pattern that is reached by a click', () => {
    const open = { ...step, target: { text: 'Open' }, advance: { kind: 'click' } }
    expect(problemOf(tour(open, { ...step, id: 'two', page: '/invoices/:id' }))).toBe('')
  })

  it.each([
    ['tours that are no list', { tours: {} }, '`tours` is not a list'],
    ['a tour without steps', tour(), '`tours[0].steps` has no step'],
    ['the same step id twice', tour(step, step), '`tours[0].steps[1].id` is "one"'],
    [
      'an unknown rule',
      { tours: [{ id: 'a', when: { kind: 'moon' }, steps: [step] }] },
      '`tours[0].when.kind` is "moon"',
    ],
    ['a step without text', tour({ ...step, text: ' ' }), '`tours[0].steps[0].text` is not a text'],
    ['an unknown placement', tour({ ...step, placement: 'left' }), '`tours[0].steps[0].placement` is "left"'],
    ['an unknown way on', tour({ ...step, advance: { kind: 'wink' } }), '`tours[0].steps[0].advance.kind` is "wink"'],
    [
      'a page advance without its path',
      tour({ ...step, advance: { kind: 'page' } }),
      '`tours[0].steps[0].advance.path` is missing',
    ],
    [
      'a click without a target',
      tour({ ...step, advance: { kind: 'click' } }),
      'waits for a click, but the step has no target',
    ],
    ['a wait that is no time', tour({ ...step, waitMs: -1 }), '`tours[0].steps[0].waitMs` is -1'],
    ['a pattern that a button cannot go to', tour(step, { ...step, id: 'two', page: '/a/*' }), 'the pattern "/a/*"'],
    ['an empty target', tip({ target: '' }), '`tips[0].target` does not say what to point at'],
    ['a role without a name', tip({ target: { role: 'button' } }), '`tips[0].target` does not say'],
    ['a list with a selector in it', tip({ target: ['#a'] }), '`tips[0].target[0]` does not say'],
    ['a tip without text', tip({ text: 5 }), '`tips[0].text` is not a text'],
  ])('rejects %s', (_, options, problem) => {
    expect(problemOf(options)).toContain(problem)
    expect(problemOf(options)).toContain('option-invalid: ')
  })
})
