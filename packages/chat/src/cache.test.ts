import { memoryStorage, readOne } from '@docent/core'
import { expect, it } from 'vitest'
import { changes, readCache, snapshot } from './cache.ts'
import { reduce } from './reduce.ts'
import { type ChatState, emptyState } from './state.ts'
import { summaryKey } from './summary.ts'
import { conversationWith, messageWith } from './test-messages.ts'

const state: ChatState = {
  ...emptyState,
  conversations: [conversationWith({ id: 'c2', changedAt: 2, unread: 2 }), conversationWith({ unread: 1 })],
  threads: {
    c1: { messages: [messageWith(1), messageWith(2)], loaded: true },
    c2: { messages: [messageWith(3, { conversationId: 'c2' })], loaded: true },
  },
}
const restored = async (storage: ReturnType<typeof memoryStorage>) => reduce(emptyState, await readCache(storage))
const messagesOf = ({ threads }: ChatState) => Object.values(threads).flatMap(({ messages }) => messages)

it('restores what it has stored, and knows that there may be more', async () => {
  const storage = memoryStorage()
  await storage.write(snapshot(state))
  const again = await restored(storage)
  expect(again.conversations).toEqual(state.conversations)
  expect(messagesOf(again)).toEqual(messagesOf(state))
  expect(again.threads.c1?.loaded).toBe(false)
})

it('keeps the summary that page views start with', async () => {
  const storage = memoryStorage()
  await storage.write(snapshot(state))
  expect(await readOne(storage, summaryKey)).toEqual({ unread: 3, open: true })
  const closed = conversationWith({ status: 'closed' })
  const locked = conversationWith({ id: 'c2', canReply: false })
  await storage.write(snapshot({ ...emptyState, conversations: [closed, locked] }))
  expect(await readOne(storage, summaryKey)).toEqual({ unread: 0, open: false })
})

it('stores what events change, and nothing for the rest', async () => {
  const storage = memoryStorage()
  await storage.write(snapshot(state))
  await storage.write(
    changes(state, [
      { type: 'message-changed', message: messageWith(1, { revision: 1 }) },
      { type: 'message-removed', conversationId: 'c1', messageId: 'm2' },
      { type: 'conversation-changed', conversation: conversationWith({ id: 'c3', changedAt: 3 }) },
    ]),
  )
  const again = await restored(storage)
  expect(again.threads.c1?.messages).toEqual([messageWith(1, { revision: 1 })])
  expect(again.conversations.map(({ id }) => id)).toEqual(['c3', 'c2', 'c1'])
  expect(changes(state, [{ type: 'gap', reason: 'expired' }])).toEqual([])
})
