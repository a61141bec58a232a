import { expect, it } from 'vitest'
import { arrangementOf, shownConversations } from './arrangement.ts'
import { reduce } from './reduce.ts'
import { answerOf } from './settle.ts'
import { emptyState, type InboxState } from './state.ts'
import { byAgent, conversation, entry, mara, message, tom } from './testing/samples.ts'
import { bubblesOf, firstUnread } from './thread.ts'
import { turnsOf } from './turns.ts'

const me = { kind: 'agent', id: 'mara', name: 'Mara Kalniņa' } as const
const stateWith = (...messages: ReturnType<typeof message>[]): InboxState =>
  messages.reduce<InboxState>((state, each) => reduce(state, { type: 'message-added', message: each }), {
    ...emptyState,
    agents: [mara, tom],
    conversations: { c1: conversation({ unread: 2, readByAgents: 1 }) },
  })
const text = [{ type: 'text', text: 'Hello', format: 'markdown' }] as const

it('puts the visitor left, the team right, notes across', () => {
  const note = byAgent(3, tom, { parts: [{ type: 'custom', name: 'note', data: {}, fallback: 'Psst' }] })
  const bubbles = bubblesOf(stateWith(message(1), byAgent(2, tom), note), [], 'c1', me)
  expect(bubbles.map(({ side, mine }) => [side, mine])).toEqual([
    ['visitor', false],
    ['team', false],
    ['note', false],
  ])
})

it('shows a reply from the outbox until its echo, under one key and once', () => {
  const state = stateWith(message(1))
  const sending = entry('k1', 'message-send', { conversationId: 'c1', parts: text }, 'sending')
  const [, before] = bubblesOf(state, [sending], 'c1', me)
  expect(before).toMatchObject({ key: 'k1', side: 'team', mine: true, delivery: 'sending' })
  const echoed = reduce(state, { type: 'message-added', message: byAgent(2, mara, { commandId: 'k1', parts: text }) })
  const bubbles = bubblesOf(echoed, [sending], 'c1', me)
  expect(bubbles).toHaveLength(2)
  expect(bubbles[1]).toMatchObject({ key: 'k1', delivery: 'sent' })
})

it('shows what is on its way in its own conversation only, with the reason of a failure', () => {
  const failed = {
    ...entry('k1', 'note-add', { conversationId: 'c1', text: 'Psst' }, 'failed'),
    error: { code: 'too-large', message: 'Too long' },
  }
  expect(bubblesOf(stateWith(), [failed], 'c1', me)[0]).toMatchObject({
    side: 'note',
    delivery: 'failed',
    error: 'Too long',
  })
  expect(bubblesOf(stateWith(), [failed], 'c2', me)).toEqual([])
})

it('marks as read what the visitor has read', () => {
  const receipt = { type: 'receipt-changed', conversationId: 'c1', by: 'visitor', kind: 'read', upTo: 2 } as const
  const state = reduce(stateWith(byAgent(2), byAgent(3)), receipt)
  expect(bubblesOf(state, [], 'c1', me).map(({ delivery }) => delivery)).toEqual(['read', 'sent'])
})

it('turns the answer to a reply into the message, and that to a note into a copy until the event', () => {
  const settled = {
    ack: { settled: 'stored', result: { messageId: 'm9', order: 9, sentAt: 77 } },
    me,
    agents: [],
  } as const
  const reply = entry('k1', 'message-send', { conversationId: 'c1', parts: text }).command
  expect(answerOf({ ...settled, command: reply })).toMatchObject([
    { type: 'message-added', message: { id: 'm9', commandId: 'k1', order: 9, sentAt: 77, author: me } },
  ])
  const note = entry('k2', 'note-add', { conversationId: 'c1', text: 'Psst' }).command
  const ack = { settled: 'stored', result: { messageId: 'm10' } } as const
  expect(answerOf({ ...settled, command: note, ack })).toMatchObject([
    { type: 'message-accepted', accepted: { commandId: 'k2' } },
  ])
})

it('says "New" before the first message that no agent had read', () => {
  const bubbles = bubblesOf(stateWith(message(1), byAgent(2), message(3), message(4)), [], 'c1', me)
  expect(firstUnread(bubbles, conversation({ unread: 2, readByAgents: 2 }))).toBe('m3')
  expect(firstUnread(bubbles, conversation({ unread: 0, readByAgents: 2 }))).toBeUndefined()
})

it('groups what one author said in a row, and says the time after a pause', () => {
  const later = 2 * 60 * 60_000
  const bubbles = bubblesOf(
    stateWith(message(1), message(2), byAgent(3), byAgent(4, tom), message(5, { sentAt: later })),
    [],
    'c1',
    me,
  )
  const turns = turnsOf(bubbles, 'm5')
  expect(turns.map((turn) => turn.bubbles.map(({ key }) => key))).toEqual([['m1', 'm2'], ['m3'], ['m4'], ['m5']])
  expect(turns.map(({ saysTime }) => saysTime)).toEqual([true, false, false, true])
  expect(turns.map(({ fresh }) => fresh)).toEqual([false, false, false, true])
})

it('shows a conversation as it will be, unless the server has refused', () => {
  const state = stateWith()
  const close = entry('k1', 'conversation-close', { conversationId: 'c1' })
  const assign = entry('k2', 'conversation-assign', { conversationId: 'c1', agentId: 'tom' })
  expect(shownConversations(state, [close, assign]).c1).toMatchObject({
    status: 'closed',
    assignee: { id: 'tom', name: 'Tom' },
  })
  expect(shownConversations(state, [{ ...close, state: 'failed' }]).c1?.status).toBe('open')
  const nobody = entry('k3', 'conversation-assign', { conversationId: 'c1', agentId: null })
  expect(shownConversations(state, [assign, nobody]).c1).not.toHaveProperty('assignee')
})

it('wakes a snoozed conversation', () => {
  const { command } = entry('k1', 'conversation-snooze', { conversationId: 'c1', until: null })
  expect(arrangementOf(command, [])).toEqual({ status: 'open', snoozedUntil: null })
})

it('counts as unread only what came after the last look, before the server knows of it', () => {
  const looked = reduce(stateWith(message(2), message(3)), { type: 'conversation-seen', conversationId: 'c1', upTo: 3 })
  expect(shownConversations(looked, []).c1?.unread).toBe(0)
  const more = reduce(looked, { type: 'message-added', message: message(4) })
  expect(shownConversations(more, []).c1?.unread).toBe(1)
})
