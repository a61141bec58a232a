import { expect, it } from 'vitest'
import { isGood, isWrong, tipOf } from './tip-of.ts'

const field = (data: Record<string, string>, attributes: Record<string, string> = {}): HTMLInputElement => {
  const control = document.createElement('input')
  Object.assign(control.dataset, data)
  for (const [name, value] of Object.entries(attributes)) control.setAttribute(name, value)
  return control
}
const both = { docentValidate: '22 characters', docentError: 'A letter is missing' }

it('a field says what it accepts, and why it failed once it has', () => {
  expect(tipOf(field(both))).toMatchObject({ kind: 'validate', text: '22 characters' })
  expect(tipOf(field(both, { 'aria-invalid': 'true' }))).toMatchObject({ kind: 'error', text: 'A letter is missing' })
  expect(tipOf(field({ docentError: 'A letter is missing' }, { 'aria-invalid': 'false' }))).toBeUndefined()
})

it('words and controls have a tip of their own, others none', () => {
  expect(tipOf(field({ docentTerm: 'Monthly recurring revenue' }))?.kind).toBe('term')
  expect(tipOf(field({ docentTip: 'Makes a copy' }))?.kind).toBe('tip')
  expect(tipOf(field({ docentId: 'x' }))).toBeUndefined()
  expect(tipOf(document as unknown as HTMLElement)).toBeUndefined()
})

it('is good when the browser accepts what is there, and the host does not object', () => {
  const control = field({})
  expect(isGood(control)).toBe(false)
  control.value = 'LV80'
  expect(isGood(control)).toBe(true)
  control.setAttribute('aria-invalid', 'true')
  expect([isGood(control), isWrong(control)]).toEqual([false, true])
  expect(isGood(document.createElement('p'))).toBe(false)
})
