import type { SurfaceRequest, Targeting } from '@docent/core'
import { signal } from '@preact/signals-core'
import { expect, it } from 'vitest'
import type { TourDefinition } from '../options.ts'
import { createTestContext } from '../test-context.ts'
import { startAutomatic } from './start-automatic.ts'
import type { TourControl } from './tour-control.ts'

const tour = (id: string, more: Partial<TourDefinition> = {}): TourDefinition => ({
  ...{ id, when: { kind: 'page', path: '/a' }, steps: [{ id: 'one', title: 'One', text: 'One' }] },
  ...more,
})

async function open(tours: readonly TourDefinition[]) {
  const test = createTestContext({ entries: new Map(), path: '/a' })
  const { evaluate } = await test.context.targeting()
  const asked: SurfaceRequest[] = []
  const orchestrator = {
    request(request: SurfaceRequest) {
      asked.push(request)
      return { shown: signal(false), release: () => void asked.splice(asked.indexOf(request), 1) }
    },
  }
  const control = signal<TourControl | undefined>(undefined)
  const load = () => new Promise<TourControl>(() => {})
  startAutomatic(test.context, { evaluate, orchestrator } as unknown as Targeting, tours, { control, load })
  const keep = (key: string, value: number | { readonly tour: string }) =>
    test.context.state.put({ key, value, merge: typeof value === 'number' ? 'max' : 'last' })
  return { ...test, asked, keep }
}

it('every tour with a rule asks for its turn, once, whatever else is kept of the visitor', async () => {
  const { asked, keep } = await open([tour('a', { priority: 2 }), tour('b'), { id: 'c', steps: tour('c').steps }])
  expect(asked).toMatchObject([
    { id: 'guide/a', slot: 'anchored', reason: 'automatic', priority: 2, rule: { kind: 'page', path: '/a' } },
    { id: 'guide/b', priority: 0 },
  ])
  const before = [...asked]
  keep('caps/all/0', 1)
  expect(asked.every((request, index) => request === before[index])).toBe(true)
})

it('one that was answered, or whose feature was used, asks no more', async () => {
  const until = { kind: 'page', path: '/used' } as const
  const { asked, goTo, keep } = await open([tour('a'), tour('b', { until })])
  keep('guide/a/dismissed', 1)
  expect(asked).toMatchObject([{ id: 'guide/b' }])
  goTo('/used')
  expect(asked).toEqual([])
})

it('none asks while another runs, also one of the page before', async () => {
  const { asked, keep } = await open([tour('a')])
  keep('guide/current', { tour: 'other' })
  expect(asked).toEqual([])
})
