import type { Ack, Command, VisitorVocabulary } from '@docent/protocol'
import { expect, it } from 'vitest'
import { answerOf } from './settle.ts'

const parts = [{ type: 'text', text: 'Hello', format: 'plain' }] as const
const send = (to: { id: string } | { startedBy: string }): Command<VisitorVocabulary> => ({
  ...{ id: 'k1', name: 'message-send', input: { to, parts }, createdAt: 5 },
})
const start: Command<VisitorVocabulary> = { id: 's1', name: 'conversation-start', input: {}, createdAt: 5 }
const stored = (result: object): Ack => ({ settled: 'stored', result }) as Ack

it('makes a conversation of a start that was done, without claiming a change of the backend', () => {
  const [event, ...others] = answerOf(start, stored({ conversationId: 'c1' }), 9)
  expect(others).toEqual([])
  expect(event).toMatchObject({
    type: 'conversation-started',
    conversation: { id: 'c1', commandId: 's1', status: 'open', canReply: true, startedAt: 9, changedAt: 0 },
  })
  expect(answerOf(start, { settled: 'accepted' }, 9)).toEqual([])
})

it('makes the message of an answer that says all about it', () => {
  const result = { messageId: 'm1', conversationId: 'c1', order: 3, sentAt: 7 }
  expect(answerOf(send({ startedBy: 's1' }), stored(result), 9)).toMatchObject([
    { type: 'message-added', message: { id: 'm1', conversationId: 'c1', commandId: 'k1', order: 3, sentAt: 7, parts } },
  ])
})

it('knows the conversation from the command where the answer does not name it', () => {
  expect(answerOf(send({ id: 'c1' }), stored({ messageId: 'm1', order: 0 }), 9)).toMatchObject([
    { type: 'message-added', message: { conversationId: 'c1', order: 0, sentAt: 9 } },
  ])
})

it('shows a message as accepted where the answer says less', () => {
  const accepted = { commandId: 'k1', conversation: 's1', parts, at: 5 }
  const less: readonly Ack[] = [{ settled: 'accepted' }, stored({ messageId: 'm1', order: 3 }), stored({ order: 3 })]
  for (const ack of less)
    expect(answerOf(send({ startedBy: 's1' }), ack, 9)).toEqual([{ type: 'message-accepted', accepted }])
})

it('has nothing to say of other commands', () => {
  const read: Command<VisitorVocabulary> = {
    ...{ id: 'k2', name: 'conversation-read', input: { to: { id: 'c1' }, upTo: 1 }, createdAt: 5 },
  }
  expect(answerOf(read, stored({}), 9)).toEqual([])
})
