import { describe, expect, it } from 'vitest'
import { createGuideModel } from './model.ts'
import type { TourDefinition } from './options.ts'
import { createTestContext } from './test-context.ts'

type Test = ReturnType<typeof createTestContext>

const step = (id: string, more: object = {}) => ({ id, title: id, text: id, ...more })
const tours: TourDefinition[] = [
  {
    id: 'invoice',
    steps: [
      step('list', { page: '/invoices' }),
      step('new', { target: '#new', advance: { kind: 'click' } }),
      step('form', { page: '/invoices/new' }),
      step('saved', { page: '/invoices/:id', advance: { kind: 'event', name: 'invoice_sent' } }),
    ],
  },
  { id: 'welcome', when: { kind: 'page', path: '/' }, steps: [step('hello'), step('bye')] },
]
const stepOf = (test: Test): string | undefined => {
  const value = test.entries.value?.get('guide/current')?.value as { step?: string } | null | undefined
  return value?.step
}
const running = (test: Test): string[] =>
  test.requests.filter(({ rule }) => !rule).map(({ id, reason }) => `${id} ${reason}`)
const names = (test: Test): string[] => test.tracked.map(({ name }) => name)
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

async function open(test: Test = createTestContext({ entries: new Map(), path: '/invoices' })) {
  return { test, model: await createGuideModel(test.context, { tours }) }
}
/** What runs tours has loaded, where it is asked for. */
const loaded = async (): Promise<void> => {
  await Promise.all([import('./tour/run-tours.ts'), import('./tour/add-more.ts')])
  await turn()
}

describe('a tour that was asked for', () => {
  it('is kept from its first step on, and asks for the screen', async () => {
    const { test, model } = await open()
    await model.start('invoice')
    expect(stepOf(test)).toBe('list')
    expect(running(test)).toEqual(['guide/invoice manual'])
    expect(test.tracked[0]).toMatchObject({ name: 'tour_started', data: { tour: 'invoice', reason: 'manual' } })
  })

  it('goes to the page of its first step', async () => {
    const { test, model } = await open(createTestContext())
    await model.start('invoice')
    expect(test.navigations).toEqual(['/invoices'])
    expect(running(test)).toEqual([])
    test.goTo('/invoices')
    expect(running(test)).toEqual(['guide/invoice manual'])
  })

  it('has the page to itself', async () => {
    const { test, model } = await open()
    test.panel.value = { feature: 'checklist', route: 'setup' }
    await model.start('invoice')
    expect(test.panel.value).toBeUndefined()
  })

  it('is refused by name when it is not there', async () => {
    const { model } = await open()
    await expect(model.start('nope')).rejects.toThrow(/no tour "nope"/)
  })

  it('takes the place of the one before', async () => {
    const { test, model } = await open()
    await model.start('invoice')
    await model.start('welcome')
    expect(running(test)).toEqual(['guide/welcome manual'])
    expect(test.tracked).toContainEqual(
      expect.objectContaining({ name: 'tour_dismissed', data: { tour: 'invoice', step: 'list', reason: 'replaced' } }),
    )
  })
})

describe('across pages', () => {
  it('goes on after a page load where it was, and waits off its page', async () => {
    const { test, model } = await open()
    await model.start('invoice')
    const { test: next } = await open(test.pageLoad('/invoices'))
    await loaded()
    expect(running(next)).toEqual(['guide/invoice manual'])
    const { test: elsewhere } = await open(next.pageLoad('/settings'))
    await loaded()
    expect([running(elsewhere), stepOf(elsewhere)]).toEqual([[], 'list'])
    elsewhere.goTo('/invoices')
    expect(running(elsewhere)).toHaveLength(1)
  })

  it('resumes without the manners of a press when some time has passed', async () => {
    const { test, model } = await open()
    await model.start('invoice')
    const later = test.pageLoad('/invoices')
    later.clock.time += 60_000
    await open(later)
    await loaded()
    expect(running(later)).toEqual(['guide/invoice resume'])
  })

  it('leaves an abandoned tour alone after a day', async () => {
    const { test, model } = await open()
    await model.start('invoice')
    const tomorrow = test.pageLoad('/invoices')
    tomorrow.clock.time += 25 * 3_600_000
    await open(tomorrow)
    await loaded()
    expect(running(tomorrow)).toEqual([])
  })

  it('advances by a page, also one that loads anew', async () => {
    const across: TourDefinition[] = [
      { id: 'a', steps: [step('one', { advance: { kind: 'page', path: '/b' } }), step('two', { page: '/b' })] },
    ]
    const test = createTestContext()
    const model = await createGuideModel(test.context, { tours: across })
    await model.start('a')
    const next = test.pageLoad('/b')
    await createGuideModel(next.context, { tours: across })
    await loaded()
    expect(stepOf(next)).toBe('two')
    expect(running(next)).toEqual(['guide/a manual'])
  })

  it('advances by an event of the host, and ends with it', async () => {
    const test = createTestContext({
      entries: new Map([
        [
          'guide/current',
          {
            key: 'guide/current',
            value: { tour: 'invoice', step: 'saved', startedAt: Date.UTC(2026, 10, 20, 8) },
            merge: 'last',
            changedAt: 1,
          },
        ],
      ]),
      path: '/invoices/42',
    })
    await open(test)
    await loaded()
    test.context.track('invoice_opened')
    expect(stepOf(test)).toBe('saved')
    test.context.track('invoice_sent')
    expect(stepOf(test)).toBeUndefined()
    expect(test.entries.value?.has('guide/invoice/completed')).toBe(true)
    expect(names(test)).toEqual(['invoice_opened', 'invoice_sent', 'tour_step_completed', 'tour_completed'])
  })

  it('does not follow a tour that another tab begins', async () => {
    const { test } = await open()
    test.merge({
      key: 'guide/current',
      value: { tour: 'invoice', step: 'list', startedAt: test.clock.time },
      merge: 'last',
      changedAt: test.clock.time,
    })
    await loaded()
    expect(running(test)).toEqual([])
  })

  it('leaves the tour of another tab alone when one begins here', async () => {
    const { test, model } = await open()
    const other = { tour: 'welcome', step: 'hello', startedAt: test.clock.time }
    test.merge({ key: 'guide/current', value: other, merge: 'last', changedAt: test.clock.time - 1 })
    await model.start('invoice')
    expect(names(test)).toEqual(['tour_started'])
    expect(running(test)).toEqual(['guide/invoice manual'])
  })

  it('ends here when another tab ends it', async () => {
    const { test, model } = await open()
    await model.start('invoice')
    test.merge({ key: 'guide/current', value: null, merge: 'last', changedAt: test.clock.time + 5 })
    expect(running(test)).toEqual([])
  })
})

describe('a tour with a rule', () => {
  it('begins by itself, keeps nothing before the visitor answers, and begins only once', async () => {
    const { test, model } = await open(createTestContext())
    await loaded()
    expect(running(test)).toEqual(['guide/welcome resume'])
    expect(test.entries.value?.size).toBe(0)
    await model.stop('skip')
    expect([...(test.entries.value?.keys() ?? [])]).toEqual(['guide/welcome/dismissed'])
    await loaded()
    expect(test.requests).toEqual([])
    const { test: next } = await open(test.pageLoad('/'))
    await loaded()
    expect(next.requests).toEqual([])
  })

  it('waits while another tour runs', async () => {
    const { test, model } = await open(createTestContext({ entries: new Map(), path: '/invoices' }))
    await model.start('invoice')
    test.goTo('/')
    await loaded()
    expect(names(test)).toEqual(['tour_started'])
  })

  it('does not come back on this page view when the host has stopped it', async () => {
    const { test, model } = await open(createTestContext())
    await loaded()
    await model.stop('api')
    await loaded()
    expect([test.requests, test.entries.value?.size]).toEqual([[], 0])
  })
})

it('takes its wishes back when its scope ends', async () => {
  const { test, model } = await open()
  await model.start('invoice')
  test.context.scope.dispose()
  expect(test.requests).toEqual([])
})
