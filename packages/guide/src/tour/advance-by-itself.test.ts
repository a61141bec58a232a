import { expect, it } from 'vitest'
import { createTestContext } from '../test-context.ts'
import { advanceByItself } from './advance-by-itself.ts'
import { createTourControl } from './tour-control.ts'

const step = (id: string, page: string, more: object = {}) => ({ id, page, title: id, text: id, ...more })
const tours = [
  {
    id: 'invoice',
    steps: [
      step('list', '/invoices', { advance: { kind: 'page', path: '/invoices/new' } }),
      step('form', '/invoices/new'),
    ],
  },
]

async function open(path: string) {
  const test = createTestContext({ entries: new Map(), path })
  const { evaluate } = await test.context.targeting()
  const control = createTourControl(test.context, tours, evaluate)
  advanceByItself(test.context, control)
  control.start('invoice', 'manual')
  return { test, control, current: () => control.place.peek()?.step.id }
}

it('goes back to a step that waits for the page the visitor is on, and on when they come again', async () => {
  const { test, control, current } = await open('/invoices')
  test.goTo('/invoices/new')
  expect(current()).toBe('form')
  control.back('form')
  expect(current()).toBe('list')
  expect(test.navigations).toEqual(['/invoices'])
  test.goTo('/invoices')
  expect(current()).toBe('list')
  test.goTo('/invoices/new')
  expect(current()).toBe('form')
})

it('leaves a step out whose page the visitor has reached already', async () => {
  const { current } = await open('/invoices/new')
  expect(current()).toBe('form')
})
