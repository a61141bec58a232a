import type { StateEntry } from '@docent/protocol'
import { createFakeClock } from '@docent/testkit'
import { afterEach, expect, it, vi } from 'vitest'
import { createScope } from './scope.ts'
import { memoryStorage } from './storage/memory.ts'
import { everything } from './storage/storage.ts'
import { createVisitorState } from './visitor-state-store.ts'

const scope = createScope()
afterEach(() => vi.restoreAllMocks())

function open(stored: readonly StateEntry[] = []) {
  const clock = createFakeClock()
  const storage = memoryStorage(stored.map((entry) => [`state/${entry.key}`, entry]))
  const sent: (readonly StateEntry[])[] = []
  const report = vi.fn()
  const state = createVisitorState({ scope, storage, clock, report }, async (entries) => sent.push(entries))
  const loaded = vi.waitFor(() => expect(state.entries.value).toBeDefined())
  return { state, storage, clock, sent, loaded }
}
const snooze = (value: string, changedAt: number): StateEntry => ({
  key: 'guide/a/snooze',
  value,
  merge: 'last',
  changedAt,
})

it('what the visitor does now is later than a newer entry of a device whose clock is ahead', async () => {
  const aheadMs = createFakeClock().now() + 1_000_000
  const { state, storage, sent, loaded } = open([snooze('theirs', aheadMs)])
  await loaded
  state.put({ key: 'guide/a/snooze', value: 'mine', merge: 'last' })
  expect(state.get('guide/a/snooze')).toBe('mine')
  await vi.waitFor(() => expect(sent).toEqual([[snooze('mine', aheadMs + 1)]]))
  await vi.waitFor(async () =>
    expect(await storage.read(everything)).toEqual([['state/guide/a/snooze', snooze('mine', aheadMs + 1)]]),
  )
})

it('sends what was put together in one command, the last of each key', async () => {
  const { state, sent, clock, loaded } = open()
  await loaded
  state.put({ key: 'a', value: 1, merge: 'last' })
  state.put({ key: 'b', value: 1, merge: 'max' })
  state.put({ key: 'a', value: 2, merge: 'last' })
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]?.map(({ key, value }) => [key, value])).toEqual([
    ['a', 2],
    ['b', 1],
  ])
  expect(sent[0]?.[1]?.changedAt).toBe(clock.now())
})

it('merges what others know by rule and answers only what changed', async () => {
  const { state, loaded } = open([snooze('here', 100), { key: 'count', value: 3, merge: 'max', changedAt: 1 }])
  await loaded
  const news = { key: 'count', value: 5, merge: 'max', changedAt: 2 } as const
  expect(state.merge([snooze('older', 99), news])).toEqual([{ key: 'state/count', value: news }])
  expect([state.get('guide/a/snooze'), state.get('count')]).toEqual(['here', 5])
  expect(state.merge([news])).toEqual([])
})

it('an entry put before the storage was read survives the reading', async () => {
  const { state, loaded } = open([{ key: 'read', value: ['a'], merge: 'union', changedAt: 1 }])
  state.put({ key: 'read', value: ['b'], merge: 'union' })
  await loaded
  await vi.waitFor(() => expect(state.get('read')).toEqual(['a', 'b']))
})
