import { expect, it } from 'vitest'
import { backoffMs } from './backoff.ts'

it('doubles from half a second up to a minute, and no further', () => {
  const longest = [0, 1, 2, 6, 7, 8, 100, 5000].map((attempt) => backoffMs(attempt, () => 1))
  expect(longest).toEqual([500, 1000, 2000, 32_000, 60_000, 60_000, 60_000, 60_000])
})

it('spreads from zero to the longest wait', () => {
  expect(backoffMs(3, () => 0)).toBe(0)
  expect(backoffMs(3, () => 0.5)).toBe(2000)
})
