import { signal } from '@preact/signals-core'
import { expect, it, vi } from 'vitest'
import { createScope } from './scope.ts'

it('cleans up once, last in first out, after its signal has aborted', () => {
  const scope = createScope()
  const order: unknown[] = []
  scope.add(() => order.push(['first', scope.signal.aborted]))
  scope.add(() => order.push(['second', scope.signal.aborted]))
  scope.dispose()
  scope.dispose()
  expect(order).toEqual([
    ['second', true],
    ['first', true],
  ])
})

it('a clean-up that throws does not stop the rest', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  const scope = createScope()
  const rest = vi.fn()
  scope.add(rest)
  scope.add(() => {
    throw new Error('broken')
  })
  scope.dispose()
  expect(rest).toHaveBeenCalledTimes(1)
  expect(error).toHaveBeenCalledWith(new Error('broken'))
  error.mockRestore()
})

it('cleans up at once what is added after the end', () => {
  const scope = createScope()
  scope.dispose()
  const cleanup = vi.fn()
  scope.add(cleanup)
  expect(cleanup).toHaveBeenCalledTimes(1)
  expect(scope.child().signal.aborted).toBe(true)
})

it('a child ends with its parent, and a parent does not end with its child', () => {
  const parent = createScope()
  const [one, two] = [parent.child(), parent.child()]
  const ended = vi.fn()
  one.add(ended)
  one.dispose()
  expect([parent.signal.aborted, one.signal.aborted, two.signal.aborted]).toEqual([false, true, false])
  parent.dispose()
  expect(two.child().signal.aborted).toBe(true)
  expect(ended).toHaveBeenCalledTimes(1)
})

it('an effect ends with it', () => {
  const scope = createScope()
  const fact = signal(1)
  const seen: number[] = []
  scope.effect(() => void seen.push(fact.value))
  fact.value = 2
  scope.dispose()
  fact.value = 3
  expect(seen).toEqual([1, 2])
})
