import { expect, expectTypeOf, it } from 'vitest'
import { checklist } from './checklist.ts'
import { defineChecklist } from './define-checklist.ts'

const setup = defineChecklist({
  id: 'setup',
  title: 'Set up',
  milestones: [{ id: 'paid', title: 'You can be paid', after: ['bank'] }],
  tasks: [
    { id: 'bank', title: 'Add your bank account', byHand: true },
    { id: 'send', title: 'Send an invoice', byHand: true, requires: ['bank'] },
  ],
})

it('knows its id and its tasks', () => {
  expectTypeOf(setup.id).toEqualTypeOf<'setup'>()
  expectTypeOf(setup.tasks[0]?.id).toEqualTypeOf<'bank' | 'send' | undefined>()
  expect(() => checklist({ checklists: [setup] })).not.toThrow()
})

it('a task or milestone that waits for no task does not compile', () => {
  const needs = () =>
    // @ts-expect-error there is no such task
    defineChecklist({ id: 'a', title: 'A', tasks: [{ id: 'bank', title: 'Bank', byHand: true, requires: ['nope'] }] })
  expect(() => checklist({ checklists: [needs()] })).toThrow('"nope", which is no task here')
  const milestones = () =>
    defineChecklist({
      id: 'a',
      title: 'A',
      tasks: [{ id: 'bank', title: 'Bank', byHand: true }],
      // @ts-expect-error there is no such task
      milestones: [{ id: 'm', title: 'M', after: ['nope'] }],
    })
  expect(() => checklist({ checklists: [milestones()] })).toThrow('"nope", which is no task here')
})
