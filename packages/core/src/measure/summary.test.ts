import type { RecordedEvent } from '@docent/protocol'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countEvent, emptySummary } from './summary.ts'

const happen = (...events: readonly (readonly [name: string, at: number, data?: RecordedEvent['data']])[]) =>
  events
    .map(([name, at, data]): RecordedEvent => ({ name, at, ...(data !== undefined && { data }) }))
    .reduce(countEvent, emptySummary(0))

it('counts a tour step by step, with the time each took', () => {
  const { tours, open } = happen(
    ['tour_started', 0, { tour: 'hello', reason: 'manual' }],
    ['tour_step_seen', 10, { tour: 'hello', step: 'one' }],
    ['tour_step_completed', 40, { tour: 'hello', step: 'one' }],
    ['tour_step_seen', 50, { tour: 'hello', step: 'two' }],
    ['tour_dismissed', 60, { tour: 'hello', step: 'two', reason: 'escape' }],
  )
  expect(tours).toEqual([
    {
      id: 'hello',
      started: 1,
      completed: 0,
      dismissed: 1,
      steps: [
        { id: 'one', seen: 1, completed: 1, totalMs: 30 },
        { id: 'two', seen: 1, completed: 0, totalMs: 0 },
      ],
    },
  ])
  expect(open).toEqual({ 'tours/hello/two': 50 })
})

it('counts a checklist by its tasks', () => {
  const { checklists } = happen(
    ['checklist_seen', 0, { checklist: 'setup' }],
    ['task_completed', 5, { checklist: 'setup', task: 'client' }],
    ['task_completed', 9, { checklist: 'setup', task: 'invoice' }],
    ['checklist_completed', 9, { checklist: 'setup' }],
  )
  expect(checklists).toMatchObject([
    { id: 'setup', started: 1, completed: 1, steps: [{ id: 'client' }, { id: 'invoice' }] },
  ])
})

it('counts events of the host by name alone, and takes any data', () => {
  fc.assert(
    fc.property(fc.string(), fc.jsonValue(), (name, data) => {
      const { counts } = countEvent(emptySummary(0), {
        name,
        at: 0,
        data: data as RecordedEvent['data'],
      } as RecordedEvent)
      expect(counts[name]).toBe(1)
    }),
  )
})

it('a clock that was set back makes no negative times', () => {
  const { tours } = happen(
    ['tour_step_seen', 100, { tour: 'a', step: 'b' }],
    ['tour_step_completed', 50, { tour: 'a', step: 'b' }],
  )
  expect(tours[0]?.steps[0]?.totalMs).toBe(0)
})
