import { expect, it } from 'vitest'
import { cardFrom, choicesFrom, formFrom } from './parts-from-text.ts'

it('makes quick replies of lines, each once, without empty ones', () => {
  expect(choicesFrom(' Yes \n\nNo\nYes')?.options).toEqual([
    { value: 'Yes', label: 'Yes' },
    { value: 'No', label: 'No' },
  ])
  expect(choicesFrom(' \n ')).toBeUndefined()
})

it('makes fields of lines: what must be filled in, and which ask for an address', () => {
  expect(formFrom('Order number *\nYour e-mail')?.fields).toEqual([
    { name: 'field-1', label: 'Order number', kind: 'text', required: true },
    { name: 'field-2', label: 'Your e-mail', kind: 'email', required: false },
  ])
  expect(formFrom('')).toBeUndefined()
})

it('makes a card only of a title, and a button only of a safe address', () => {
  const card = { title: 'Plan', text: '', button: '', url: '' }
  expect(cardFrom(card)).toEqual({ type: 'card', title: 'Plan', actions: [] })
  expect(cardFrom({ ...card, button: 'Open', url: 'https://acme.example' })?.actions).toEqual([
    { label: 'Open', url: 'https://acme.example' },
  ])
  expect(cardFrom({ ...card, button: 'Open', url: 'javascript:alert(1)' })).toBeUndefined()
  expect(cardFrom({ ...card, title: ' ' })).toBeUndefined()
})
