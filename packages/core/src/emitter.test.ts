import { expect, it, vi } from 'vitest'
import { createEmitter } from './emitter.ts'

it('tells the handlers of a name in their order until they leave', () => {
  const { on, emit, clear } = createEmitter()
  const told: string[] = []
  const leave = on('unread', (count) => told.push(`a${count}`))
  on('unread', (count) => told.push(`b${count}`))
  on('close', () => told.push('close'))
  emit('unread', 1)
  leave()
  emit('unread', 2)
  clear()
  emit('unread', 3)
  expect(told).toEqual(['a1', 'b1', 'b2'])
})

it('a handler that throws, or leaves while it is told, does not keep the others from hearing', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { on, emit } = createEmitter()
  const last = vi.fn()
  const leave = on('close', () => leave())
  on('close', () => {
    throw new Error('broken')
  })
  on('close', last)
  emit('close', undefined)
  expect(last).toHaveBeenCalledTimes(1)
  expect(error).toHaveBeenCalledWith(new Error('broken'))
  error.mockRestore()
})
