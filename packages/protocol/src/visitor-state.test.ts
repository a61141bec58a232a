import { expect, it } from 'vitest'
import { type MergeRule, mergeStateEntry, type StateEntry } from './visitor-state.ts'

const entry = (merge: MergeRule, value: StateEntry['value'], changedAt: number): StateEntry => ({
  ...{ key: 'guide/a/b', merge, value, changedAt },
})
/** Versions that meet: the same and different values, at the same and different times. */
const versions: Readonly<Record<MergeRule, readonly StateEntry[]>> = {
  max: [0, 1, 2, 2].flatMap((value) => [entry('max', value, 1), entry('max', value, 2)]),
  union: [[], ['a'], ['b'], ['a', 'c']].flatMap((value) => [entry('union', value, 1), entry('union', value, 2)]),
  last: ['a', 'b', null].flatMap((value) => [entry('last', value, 1), entry('last', value, 2)]),
}

it.each(['max', 'union', 'last'] as const)('order and repetition do not matter to the value: %s', (rule) => {
  const value = (a: StateEntry, b: StateEntry) => mergeStateEntry(a, b).value
  for (const a of versions[rule])
    for (const b of versions[rule]) {
      expect(value(a, b)).toEqual(value(b, a))
      expect(value(a, a)).toEqual(a.value)
      for (const c of versions[rule]) expect(value(mergeStateEntry(a, b), c)).toEqual(value(a, mergeStateEntry(b, c)))
    }
})

it('each rule keeps what it says', () => {
  expect(mergeStateEntry(entry('max', 2, 1), entry('max', 1, 9)).value).toBe(2)
  expect(mergeStateEntry(entry('union', ['b'], 1), entry('union', ['a', 'b'], 2))).toEqual(
    entry('union', ['a', 'b'], 2),
  )
  expect(mergeStateEntry(entry('last', 'new', 2), entry('last', 'old', 1)).value).toBe('new')
})
