import type { Engine, FeatureContext, Write } from '@docent/core'
import { signal } from '@preact/signals-core'
import { expect, it } from 'vitest'
import { createHistory } from './history.ts'
import { reduce } from './reduce.ts'
import { emptyState, type LocalEvent } from './state.ts'
import { messageWith } from './test-messages.ts'

const all = Array.from({ length: 220 }, (_, order) => messageWith(order))

/** A browser that has the newest messages of a conversation, and a backend that has all of them. */
function createTestHistory(cached: number) {
  const restored: LocalEvent = { type: 'cache-restored', conversations: [], messages: all.slice(-cached) }
  const state = signal(reduce(emptyState, restored))
  const asked: number[] = []
  const link = {
    kept: () => true,
    async query(_: string, { older, limit }: { older?: string; limit: number }) {
      const end = older === undefined ? all.length : Number(older)
      const start = Math.max(0, end - limit)
      asked.push(start)
      return { items: all.slice(start, end).reverse(), ...(start > 0 && { older: `${start}` }) }
    },
  } as unknown as Engine['link']
  const apply = (event: Parameters<typeof reduce>[1]): void => void (state.value = reduce(state.value, event))
  const written: string[] = []
  const write = async (batch: readonly Write[]) => written.push(...batch.map(({ key }) => key)) > 0
  const history = createHistory({ storage: { write } } as unknown as FeatureContext, link, state, apply, new Map())
  return { history, asked, written, thread: () => state.value.threads.c1 }
}

it('goes back past what this browser had already, to what is news', async () => {
  const { history, asked, thread } = createTestHistory(120)
  await history.load('c1')
  expect(thread()).toMatchObject({ older: '170', loaded: true })
  await history.loadOlder('c1')
  expect(asked).toEqual([170, 120, 70])
  expect(thread()?.messages).toHaveLength(150)
  await history.loadOlder('c1')
  expect([asked.length, thread()?.messages.length]).toEqual([4, 200])
})

it('stores what was fetched, and nothing again', async () => {
  const { history, written } = createTestHistory(120)
  await history.load('c1')
  expect(written.filter((key) => key.startsWith('cache/chat/message/'))).toHaveLength(50)
})

it('ends at a beginning that was here all the time', async () => {
  const { history, thread } = createTestHistory(all.length)
  await history.load('c1')
  await history.loadOlder('c1')
  expect(thread()).not.toHaveProperty('older')
  expect(thread()?.messages).toEqual(all)
})
