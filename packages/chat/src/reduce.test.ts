import type { Message, VisitorEvent } from '@docent/protocol'
import { describe, expect, it } from 'vitest'
import { reduce } from './reduce.ts'
import { type ChatState, emptyState, type LocalEvent } from './state.ts'
import { ada, conversationWith, messageWith, visitor } from './test-messages.ts'

const after = (events: readonly (VisitorEvent | LocalEvent)[], state: ChatState = emptyState): ChatState =>
  events.reduce(reduce, state)
const added = (...messages: ReturnType<typeof messageWith>[]): VisitorEvent[] =>
  messages.map((message) => ({ type: 'message-added', message }))
const history = (
  orders: readonly number[],
  rest: Partial<Extract<LocalEvent, { type: 'history-fetched' }>> = {},
): LocalEvent => ({
  ...{ type: 'history-fetched', conversationId: 'c1', messages: orders.map((order) => messageWith(order)) },
  ...rest,
})
const idsIn = (state: ChatState): readonly string[] => (state.threads.c1?.messages ?? []).map(({ id }) => id)
const hasConversation = after([{ type: 'conversations-fetched', conversations: [conversationWith({ unread: 3 })] }])

describe('messages', () => {
  it('stand in the order of the backend, however they arrive', () => {
    expect(idsIn(after(added(messageWith(3), messageWith(1), messageWith(2))))).toEqual(['m1', 'm2', 'm3'])
  })

  it('of the same order stand by time, then by id', () => {
    const same = [
      messageWith(1, { id: 'late', sentAt: 9 }),
      messageWith(1, { id: 'b', sentAt: 5 }),
      messageWith(1, { id: 'a', sentAt: 5 }),
    ]
    expect(idsIn(after(added(...same)))).toEqual(['a', 'b', 'late'])
  })

  it('are replaced by a higher revision, and by nothing else', () => {
    const state = after(added(messageWith(1, { revision: 2, state: 'streaming' })))
    for (const revision of [1, 2])
      expect(after(added(messageWith(1, { revision, state: 'failed' })), state).threads).toEqual(state.threads)
    const [message] = after(added(messageWith(1, { revision: 3 })), state).threads.c1?.messages ?? []
    expect(message).toMatchObject({ revision: 3, state: 'done' })
  })

  it('of a bot grow as its answer comes, and end with its last word', () => {
    const parts = [{ type: 'text', text: '', format: 'markdown' }] as const
    const started = messageWith(1, { author: { kind: 'bot' }, parts, state: 'streaming' })
    const more = (text: string, offset: number): VisitorEvent => ({
      ...{ type: 'text-appended', conversationId: 'c1', messageId: 'm1' },
      ...{ part: 0, offset, text },
    })
    const said = (state: ChatState) => state.threads.c1?.messages[0]?.parts
    const growing = after([...added(started), more('Under ', 0), more('Invoices', 6), more('Invoices', 6)])
    expect(said(growing)).toEqual([{ ...parts[0], text: 'Under Invoices' }])
    expect(said(after([more('later', 40)], growing))).toEqual(said(growing))
    const done = { ...started, parts: [{ ...parts[0], text: 'Under Invoices.' }], state: 'done', revision: 2 } as const
    const ended = after([{ type: 'message-changed', message: done }, more(' late', 14)], growing)
    expect(said(ended)).toEqual(done.parts)
  })

  it('are one when they come from one command, under another id too', () => {
    const own = { author: visitor, commandId: 'k1' }
    const state = after(added(messageWith(1, { ...own, id: 'guess' }), messageWith(2, { ...own, id: 'real' })))
    expect(idsIn(state)).toEqual(['real'])
  })

  it('without a command are not taken for one another', () => {
    expect(idsIn(after(added(messageWith(1), messageWith(2))))).toHaveLength(2)
  })

  it('move when a revision gives them another order', () => {
    const state = after(added(messageWith(1), messageWith(2), messageWith(5, { id: 'm1', revision: 1 })))
    expect(idsIn(state)).toEqual(['m2', 'm1'])
  })

  it('go when they are removed', () => {
    const removed: VisitorEvent = { type: 'message-removed', conversationId: 'c1', messageId: 'm1' }
    expect(idsIn(after([...added(messageWith(1), messageWith(2)), removed]))).toEqual(['m2'])
  })

  it('end the accepted copy of their command, and only that', () => {
    const accepted = (commandId: string): LocalEvent => ({
      type: 'message-accepted',
      accepted: { commandId, conversation: 'c1', parts: [], at: 1 },
    })
    const echo = messageWith(1, { author: visitor, commandId: 'k1' })
    const state = after([accepted('k1'), accepted('k2'), ...added(echo)])
    expect(state.accepted.map(({ commandId }) => commandId)).toEqual(['k2'])
  })
})

describe('history', () => {
  it('joins what is known without doubles, and says where it goes on', () => {
    const state = after([...added(messageWith(3), messageWith(4)), history([2, 3], { older: 'before-2' })])
    expect([idsIn(state), state.threads.c1?.older, state.threads.c1?.loaded]).toEqual([
      ['m2', 'm3', 'm4'],
      'before-2',
      true,
    ])
    expect(after([history([1])], state).threads.c1).not.toHaveProperty('older')
  })

  it('drops what is older than a gap, so that nobody reads over it', () => {
    const known = after(added(messageWith(1), messageWith(2), messageWith(9)))
    const state = after([history([8, 7], { broken: true, older: 'before-7' })], known)
    expect([idsIn(state), state.threads.c1?.older]).toEqual([['m7', 'm8', 'm9'], 'before-7'])
    expect(idsIn(after([history([8, 7])], known))).toEqual(['m1', 'm2', 'm7', 'm8', 'm9'])
  })
})

describe('conversations', () => {
  it('stand with the newest change first', () => {
    const conversations = [conversationWith({ id: 'old' }), conversationWith({ id: 'new', changedAt: 2 })]
    const state = after([{ type: 'conversations-fetched', conversations }])
    expect(state.conversations.map(({ id }) => id)).toEqual(['new', 'old'])
  })

  it('are replaced, not merged: what the backend says no more is gone', () => {
    const told = (changes: object): VisitorEvent => ({
      type: 'conversation-changed',
      conversation: conversationWith(changes),
    })
    const state = after([told({ title: 'Invoices', agent: ada, commandId: 's1' }), told({ changedAt: 2 })])
    expect(state.conversations).toEqual([conversationWith({ changedAt: 2, commandId: 's1' })])
  })

  it('are not taken back by older news', () => {
    const newer = conversationWith({ changedAt: 5, unread: 1 })
    const state = after([
      { type: 'conversation-changed', conversation: newer },
      { type: 'conversation-changed', conversation: conversationWith({ changedAt: 4 }) },
    ])
    expect(state.conversations).toEqual([newer])
  })

  it('have nothing unread once they are seen', () => {
    expect(hasConversation.conversations[0]?.unread).toBe(3)
    const state = after([{ type: 'conversation-seen', conversationId: 'c1' }], hasConversation)
    expect(state.conversations[0]?.unread).toBe(0)
  })

  it('know how far agents have read, and never less far', () => {
    const read = (upTo: number, changes: object = {}): VisitorEvent => ({
      ...{ type: 'receipt-changed', conversationId: 'c1', by: 'agent', kind: 'read', upTo },
      ...changes,
    })
    const state = after([read(4), read(2)], hasConversation)
    expect(state.conversations[0]?.readByAgents).toBe(4)
    for (const other of [{ by: 'visitor' }, { kind: 'delivered' }]) expect(reduce(state, read(9, other))).toBe(state)
  })
})

describe('typing', () => {
  const types = (changes: object = {}): VisitorEvent => ({
    ...{ type: 'typing-changed', conversationId: 'c1', author: { ...ada }, typing: true, ttlMs: 6000 },
    ...changes,
  })
  const expired = (event: VisitorEvent): LocalEvent => ({
    type: 'typing-expired',
    conversationId: 'c1',
    author: 'author' in event ? event.author : ada,
  })

  it('is shown until it ends, or the message is there', () => {
    const state = reduce(emptyState, types())
    expect(state.typing.c1).toEqual(ada)
    expect(reduce(state, types({ typing: false })).typing).toEqual({})
    expect(after(added(messageWith(1)), state).typing).toEqual({})
    expect(after(added(messageWith(1, { author: visitor })), state).typing).toEqual({ c1: ada })
  })

  it('expires with the news that it belongs to, not with older ones', () => {
    const [first, second] = [types(), types()]
    const state = after([first, second])
    expect(reduce(state, expired(first))).toBe(state)
    expect(reduce(state, expired(second)).typing).toEqual({})
  })

  it('of the visitor, in another tab, is not shown', () => {
    expect(reduce(emptyState, types({ author: visitor }))).toBe(emptyState)
  })
})

it('leaves the state as it is for what it does not know', () => {
  for (const type of ['stars-aligned', 'presence-changed', 'gap'])
    expect(reduce(hasConversation, { type } as unknown as VisitorEvent)).toBe(hasConversation)
})

describe('a cache of 10,000 messages', () => {
  it('is put in order at once: the work grows with the messages, not with their square', () => {
    let read = 0
    const counted = (order: number): Message => ({
      ...messageWith(order),
      get order() {
        read++
        return order
      },
    })
    const messages = Array.from({ length: 10_000 }, (_, index) => counted((index * 7919) % 10_000))
    const state = reduce(emptyState, { type: 'cache-restored', conversations: [], messages })
    expect(read).toBeLessThan(10_000 * 2 * 2 * Math.log2(10_000))
    expect(idsIn(state)).toEqual(messages.map((_, order) => `m${order}`))
  })

  it('comes first: a thread that is known already stays as it is', () => {
    const known = after(added(messageWith(2, { revision: 5, state: 'stopped' })))
    const cached = { type: 'cache-restored', conversations: [], messages: [messageWith(2)] } as const
    expect(after([cached], known).threads).toEqual(known.threads)
  })
})
