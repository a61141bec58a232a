import { describe, expect, it } from 'vitest'
import type { TourDefinition } from './options.ts'
import { placeOf, readProgress, reduceTour, type TourProgress } from './reduce.ts'

const step = (id: string) => ({ id, title: id, text: id })
const tours: TourDefinition[] = [{ id: 'welcome', steps: [step('one'), step('two'), step('three')] }]
const at = (id: string): TourProgress => ({ tour: 'welcome', step: id, startedAt: 5 })

describe('reduceTour', () => {
  it('advances, goes back, and ends after the last step', () => {
    expect(reduceTour(tours, at('one'), { type: 'advance', from: 'one' })).toEqual(at('two'))
    expect(reduceTour(tours, at('two'), { type: 'back', from: 'two' })).toEqual(at('one'))
    expect(reduceTour(tours, at('one'), { type: 'back', from: 'one' })).toEqual(at('one'))
    expect(reduceTour(tours, at('three'), { type: 'advance', from: 'three' })).toBeUndefined()
  })

  it('does not skip a step when the same press arrives twice', () => {
    const once = reduceTour(tours, at('one'), { type: 'advance', from: 'one' })
    expect(reduceTour(tours, once, { type: 'advance', from: 'one' })).toEqual(at('two'))
  })
})

describe('placeOf', () => {
  it('says which step of how many', () => {
    expect(placeOf(tours, at('two'))).toMatchObject({ index: 1, last: false })
    expect(placeOf(tours, at('three'))).toMatchObject({ index: 2, last: true })
  })

  it('takes the first step when a newer version has dropped the one that was kept', () => {
    expect(placeOf(tours, at('gone'))).toMatchObject({ index: 0, step: { id: 'one' } })
    expect(placeOf(tours, { ...at('one'), tour: 'gone' })).toBeUndefined()
  })
})

describe('readProgress', () => {
  it('reads what was kept and nothing else', () => {
    expect(readProgress({ ...at('two') }, 10)).toEqual(at('two'))
    expect(readProgress(null, 10)).toBeUndefined()
    expect(readProgress('two', 10)).toBeUndefined()
    expect(placeOf(tours, readProgress({ tour: 1, step: 'two', startedAt: 5 }, 10))).toBeUndefined()
  })

  it('does not take up a tour that was left a day ago', () => {
    expect(readProgress({ ...at('two') }, 5 + 24 * 3_600_000)).toBeUndefined()
  })
})
