import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Advance } from '../../options.ts'
import { followInput } from './follow-input.ts'

const field = document.createElement('input')
let waits: { readonly ms: number; end(): void }[] = []
const advance = vi.fn()
const ends: (() => void)[] = []
beforeEach(() => {
  waits = []
  advance.mockReset()
  field.value = ''
})
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

function follow(rule: Omit<Extract<Advance, { kind: 'input' }>, 'kind'> = {}): void {
  const wait = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      waits.push({ ms, end: resolve })
      signal.addEventListener('abort', () => resolve())
    })
  const context = { clock: { now: () => 0, wait }, report: (error: unknown) => expect.fail(String(error)) }
  const step = { id: 'name', title: '', text: '', advance: { kind: 'input', ...rule } } as const
  const end = followInput(context, { advance }, step, field)
  if (end) ends.push(end)
}
const type = (value: string, more: object = {}, event = 'input'): void => {
  field.value = value
  field.dispatchEvent(Object.assign(new Event(event), more))
}
const elapse = async (): Promise<void> => {
  for (const { end } of waits.splice(0)) end()
  await new Promise((resolve) => setTimeout(resolve))
}

it('goes on a second after the last key, once, when the value passes', async () => {
  follow({ pattern: '[A-Z]{2}\\d+' })
  type('L')
  await elapse()
  type('LV')
  type('LV8')
  expect(waits.at(-1)?.ms).toBe(1000)
  await elapse()
  expect(advance.mock.calls).toEqual([['name', false]])
})

it('waits for none when the field was left, and takes no part of a value for the whole', async () => {
  follow({ pattern: '\\d\\d' })
  type('123', {}, 'change')
  expect(waits[0]?.ms).toBe(0)
  await elapse()
  expect(advance).not.toHaveBeenCalled()
})

it('takes nothing that is still being composed', async () => {
  follow()
  type('に', { isComposing: true })
  await elapse()
  expect(advance).not.toHaveBeenCalled()
  type('日本', {}, 'compositionend')
  await elapse()
  expect(advance).toHaveBeenCalledTimes(1)
})

it('asks the check of the host, and forgets an answer that the next key has overtaken', async () => {
  const answers: ((isGood: boolean) => void)[] = []
  follow({ accepts: () => new Promise((resolve) => answers.push(resolve)) })
  type('taken')
  await elapse()
  type('free')
  answers[0]?.(true)
  await elapse()
  expect(advance).not.toHaveBeenCalled()
  answers[1]?.(true)
  await elapse()
  expect(advance).toHaveBeenCalledTimes(1)
})

it('hears nothing after its end', async () => {
  follow()
  for (const end of ends.splice(0)) end()
  type('late')
  await elapse()
  expect(advance).not.toHaveBeenCalled()
})
