import type { OutboxEntry } from '@docent/core'
import { expect, it } from 'vitest'
import { reduce } from './reduce.ts'
import { answerOf } from './settle.ts'
import { type ChatState, emptyState } from './state.ts'
import { ada, conversationWith, messageWith, visitor } from './test-messages.ts'
import { bubblesOf } from './thread.ts'

type Command = OutboxEntry['command']
const parts = [{ type: 'text', text: 'Hello', format: 'plain' }] as const
const sendInto = (to: { id: string } | { startedBy: string }, id = 'k1'): Command => ({
  ...{ id, name: 'message-send', input: { to, parts }, createdAt: 5 },
})
const start: Command = { id: 's1', name: 'conversation-start', input: {}, createdAt: 4 }
const entry = (command: Command, changes: Partial<OutboxEntry> = {}): OutboxEntry => ({
  ...{ command, state: 'queued', attempts: 0 },
  ...changes,
})
const stateOf = (changes: Partial<ChatState>): ChatState => ({ ...emptyState, ...changes })
const known = stateOf({ conversations: [conversationWith({ commandId: 's1' })] })
const messageThread = (...messages: ReturnType<typeof messageWith>[]) => ({ c1: { messages, loaded: true } })
const accepted = { commandId: 'k1', conversation: 's1', parts, at: 5 }

it('draws what arrived, what was accepted and what waits, in this order', () => {
  const state = stateOf({ ...known, threads: messageThread(messageWith(1)), accepted: [accepted] })
  const outbox = [entry(sendInto({ id: 'c1' }, 'k2'), { state: 'sending' })]
  expect(bubblesOf(state, outbox, 'c1').map(({ key, delivery }) => [key, delivery])).toEqual([
    ['m1', 'arrived'],
    ['k1', 'sent'],
    ['k2', 'sending'],
  ])
})

it('keeps the key of a message from the optimistic copy to the echo', () => {
  const command = sendInto({ startedBy: 's1' })
  const drawn = (state: ChatState, outbox: readonly OutboxEntry[]) =>
    bubblesOf(state, outbox, 's1').map(({ key, delivery }) => `${key} ${delivery}`)
  expect(drawn(emptyState, [entry(start), entry(command)])).toEqual(['k1 queued'])
  const acked = [
    ...answerOf(start, { settled: 'stored', result: { conversationId: 'c1' } }, 9),
    ...answerOf(command, { settled: 'accepted' }, 9),
  ].reduce(reduce, emptyState)
  expect(drawn(acked, [])).toEqual(['k1 sent'])
  expect(drawn(acked, [entry(command, { state: 'sending' })])).toEqual(['k1 sent'])
  const echo = messageWith(1, { author: visitor, commandId: 'k1' })
  const echoed = reduce(acked, { type: 'message-added', message: echo })
  expect(drawn(echoed, [entry(command, { state: 'sending' })])).toEqual(['k1 sent'])
})

it('finds what waits by the id of the conversation and by the command that started it', () => {
  const outbox = [entry(sendInto({ id: 'c1' }, 'k1')), entry(sendInto({ startedBy: 's1' }, 'k2'))]
  for (const key of ['c1', 's1'])
    expect(bubblesOf(known, outbox, key).map((bubble) => bubble.key)).toEqual(['k1', 'k2'])
  expect(bubblesOf(known, outbox, 'another')).toEqual([])
})

it('lets the messages of a conversation that could not be started share its fate', () => {
  const why = { code: 'forbidden', message: 'No guests' }
  const outbox = [
    entry(start, { state: 'failed', error: why }),
    entry(sendInto({ startedBy: 's1' }, 'k1')),
    entry(sendInto({ startedBy: 's2' }, 'k2')),
  ]
  expect(bubblesOf(emptyState, outbox, 's1')).toMatchObject([{ key: 'k1', delivery: 'failed', error: 'No guests' }])
  expect(bubblesOf(emptyState, outbox, 's2')).toMatchObject([{ key: 'k2', delivery: 'queued' }])
})

it('says why a message failed', () => {
  const failed = entry(sendInto({ id: 'c1' }), { state: 'failed', error: { code: 'too-large', message: 'Too long' } })
  expect(bubblesOf(known, [failed], 'c1')).toMatchObject([{ delivery: 'failed', error: 'Too long', mine: true }])
})

it('tells what agents have read from what they have not, and removed from what stands', () => {
  const own = { author: visitor }
  const state = stateOf({
    conversations: [conversationWith({ readByAgents: 2 })],
    threads: messageThread(
      messageWith(1, { state: 'removed' }),
      messageWith(2, { ...own, commandId: 'k2' }),
      messageWith(3, own),
    ),
  })
  expect(bubblesOf(state, [], 'c1')).toMatchObject([
    { mine: false, author: ada, delivery: 'arrived', removed: true },
    { key: 'k2', mine: true, delivery: 'read', removed: false },
    { key: 'm3', mine: true, delivery: 'sent' },
  ])
})
