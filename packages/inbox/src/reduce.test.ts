import type { AgentEvent } from '@docent/protocol'
import { describe, expect, it } from 'vitest'
import { reduce } from './reduce.ts'
import { emptyState, type InboxState, type LocalEvent } from './state.ts'
import { byAgent, conversation, mara, message, profile, tom } from './testing/samples.ts'

const after = (...events: (AgentEvent | LocalEvent)[]): InboxState => events.reduce(reduce, emptyState)
const orders = (state: InboxState, id = 'c1') => state.threads[id]?.messages.map(({ order }) => order)
const page = (from: number, to: number, older?: string): LocalEvent => ({
  type: 'history-fetched',
  conversationId: 'c1',
  messages: Array.from({ length: to - from + 1 }, (_, index) => message(to - index)),
  ...(older !== undefined && { older }),
})

describe('conversations', () => {
  it('keeps the newer of two views, whichever comes first', () => {
    const newer = conversation({ changedAt: 2000, excerpt: 'new' })
    const older = conversation({ changedAt: 1000, excerpt: 'old' })
    const events = [newer, older].map((each) => ({ type: 'conversation-changed', conversation: each }) as const)
    expect(after(...events).conversations.c1?.excerpt).toBe('new')
    expect(after(...events.reverse()).conversations.c1?.excerpt).toBe('new')
  })
  it('forgets what a newer view no longer has', () => {
    const state = after(
      { type: 'conversation-changed', conversation: conversation({ waitingSince: 900 }) },
      { type: 'conversation-changed', conversation: conversation({ changedAt: 2000 }) },
    )
    expect(state.conversations.c1).not.toHaveProperty('waitingSince')
  })
  it('renames the visitor of every conversation with their profile', () => {
    const state = after(
      { type: 'conversation-changed', conversation: conversation() },
      { type: 'visitor-changed', visitor: profile({ name: 'Ada L.', email: 'ada@l.test' }) },
    )
    expect(state.conversations.c1?.visitor).toEqual({ id: 'v1', name: 'Ada L.', email: 'ada@l.test', verified: true })
    expect(state.visitors.v1?.online).toBe(true)
  })
  it('renames an agent where they are the assignee', () => {
    const state = after(
      { type: 'agents-fetched', agents: [mara, tom] },
      {
        type: 'conversation-changed',
        conversation: conversation({ assignee: { kind: 'agent', id: 'tom', name: 'Tom' } }),
      },
      { type: 'agent-changed', agent: { ...tom, name: 'Tomass' } },
    )
    expect(state.conversations.c1?.assignee?.name).toBe('Tomass')
    expect(state.agents.map(({ name }) => name)).toEqual(['Mara Kalniņa', 'Tomass'])
  })
  it('remembers where a list goes on, and that it failed without losing what was loaded', () => {
    const state = after(
      { type: 'list-fetched', list: 'open', conversations: [conversation()], older: 'next' },
      { type: 'list-failed', list: 'open', failure: 'failed' },
    )
    expect(state.lists.open).toEqual({ loaded: true, older: 'next', failed: 'failed' })
  })
})

describe('threads', () => {
  it('puts messages in order, whatever order they come in, and shows each once', () => {
    const state = after(
      { type: 'message-added', message: message(2) },
      { type: 'message-added', message: message(1) },
      { type: 'message-added', message: message(2) },
    )
    expect(orders(state)).toEqual([1, 2])
  })
  it('replaces a message by a higher revision only', () => {
    const edited = message(1, { revision: 2, parts: [{ type: 'text', text: 'Edited', format: 'plain' }] })
    const state = after({ type: 'message-changed', message: edited }, { type: 'message-added', message: message(1) })
    expect(state.threads.c1?.messages).toEqual([edited])
  })
  it('lets the echo take the place of what was accepted', () => {
    const accepted = { commandId: 'k1', conversationId: 'c1', parts: [], at: 1 }
    const state = after(
      { type: 'message-accepted', accepted },
      { type: 'message-added', message: byAgent(1, mara, { commandId: 'k1' }) },
    )
    expect(state.accepted).toEqual([])
    expect(orders(state)).toEqual([1])
  })
  it('pages backwards to the beginning', () => {
    const state = after(page(51, 100, '51'), page(1, 50))
    expect(orders(state)).toHaveLength(100)
    expect(state.threads.c1).not.toHaveProperty('older')
  })
  it('joins a newest page to what was known, and keeps where that goes on', () => {
    const state = after(page(20, 60, '20'), { type: 'went-stale' }, page(50, 90, '50'))
    expect(orders(state)?.[0]).toBe(20)
    expect(orders(state)).toHaveLength(71)
    expect(state.threads.c1?.older).toBe('20')
  })
  it('drops what lies behind a hole rather than show a thread with messages missing', () => {
    const state = after(page(1, 20), { type: 'went-stale' }, page(50, 90, '50'))
    expect(orders(state)?.[0]).toBe(50)
    expect(state.threads.c1?.older).toBe('50')
  })
  it('removes what was removed', () => {
    const state = after(page(1, 3), { type: 'message-removed', conversationId: 'c1', messageId: 'm2' })
    expect(orders(state)).toEqual([1, 3])
  })
  it('keeps the highest order that the visitor has read', () => {
    const read = (upTo: number) =>
      ({ type: 'receipt-changed', conversationId: 'c1', by: 'visitor', kind: 'read', upTo }) as const
    expect(after(read(5), read(3)).readByVisitor.c1).toBe(5)
  })
})

describe('typing', () => {
  const typing = {
    type: 'typing-changed',
    conversationId: 'c1',
    author: { kind: 'visitor' },
    typing: true,
    ttlMs: 6000,
  } as const
  it('ends with the message', () => {
    expect(after(typing).typing.c1).toBe(typing)
    expect(after(typing, { type: 'message-added', message: message(1) }).typing).toEqual({})
  })
  it('does not end with what the team writes', () => {
    expect(after(typing, { type: 'message-added', message: byAgent(1) }).typing.c1).toBe(typing)
  })
  it('ends with its own time, not with that of earlier news', () => {
    const again = { ...typing }
    expect(after(typing, again, { type: 'typing-expired', typing }).typing.c1).toBe(again)
    expect(after(typing, again, { type: 'typing-expired', typing: again }).typing).toEqual({})
  })
})

it('ignores what a newer backend says', () => {
  const state = after(page(1, 2))
  expect(reduce(state, { type: 'hologram-shown' } as unknown as AgentEvent)).toBe(state)
})

describe('a streamed answer', () => {
  const started = message(1, {
    author: { kind: 'bot', name: 'Scout' },
    parts: [{ type: 'text', text: '', format: 'markdown' }],
    state: 'streaming',
  })
  const more = (text: string, offset: number) =>
    ({ type: 'text-appended', conversationId: 'c1', messageId: 'm1', part: 0, offset, text }) as const
  const textOf = (state: InboxState) => {
    const [part] = state.threads.c1?.messages[0]?.parts ?? []
    return part?.type === 'text' ? part.text : undefined
  }

  it('grows as it comes, until its end, which has the last word', () => {
    const growing = after({ type: 'message-added', message: started }, more('Under ', 0), more('Invoices', 6))
    expect(textOf(growing)).toBe('Under Invoices')
    expect(textOf(reduce(growing, more('Invoices', 6)))).toBe('Under Invoices')
    expect(textOf(reduce(growing, more('later', 40)))).toBe('Under Invoices')
    const parts = [{ type: 'text', text: 'Under Invoices.', format: 'markdown' }] as const
    const done = reduce(growing, {
      type: 'message-changed',
      message: { ...started, parts, state: 'done', revision: 2 },
    })
    expect(textOf(reduce(done, more(' late', 14)))).toBe('Under Invoices.')
  })
})

it('a reason shows at once, and goes again', () => {
  const known = { type: 'conversation-changed', conversation: conversation() } as const
  const classified = after(known, {
    type: 'conversation-arranged',
    conversationId: 'c1',
    change: { reason: 'bug' },
  })
  expect(classified.conversations.c1?.reason).toBe('bug')
  const cleared = reduce(classified, { type: 'conversation-arranged', conversationId: 'c1', change: { reason: null } })
  expect(cleared.conversations.c1).not.toHaveProperty('reason')
})
