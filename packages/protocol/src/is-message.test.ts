import { expect, it } from 'vitest'
import type { Conversation } from './conversation.ts'
import { isConversation, isMessage } from './is-message.ts'
import { isPart } from './is-part.ts'
import type { Message, MessagePart } from './message.ts'

const file = { id: 'f1', url: 'https://files.test/f1' }
const parts: readonly MessagePart[] = [
  { type: 'text', text: '', format: 'plain' },
  { type: 'file', file, name: 'a.txt', mime: 'text/plain', bytes: 1 },
  { type: 'choices', options: [{ value: 'a', label: 'A' }], once: true },
  { type: 'card', title: 'A', image: file, actions: [{ label: 'Go', url: 'https://a.test' }] },
  { type: 'form', fields: [{ name: 'a', label: 'A', kind: 'select', required: true, options: ['x'] }] },
  { type: 'article', articleId: 'a', title: 'A' },
  { type: 'source', title: 'A', url: 'https://a.test' },
  { type: 'custom', name: 'a', data: null, fallback: 'A' },
]
const message: Message = {
  ...{ id: 'm1', conversationId: 'c1', author: { kind: 'agent', name: 'Mara' }, parts },
  ...{ sentAt: 0, order: 1, revision: 1, state: 'done' },
}
const conversation: Conversation = {
  ...{ id: 'c1', status: 'open', canReply: true, unread: 0, startedAt: 0, changedAt: 0 },
}

it('takes every kind of part, a kind that is not known yet, and what a backend leaves out as null', () => {
  const more = { ...message, commandId: null, author: { kind: 'bot', name: null }, parts: [{ type: 'poll' }] }
  expect([message, more].map(isMessage)).toEqual([true, true])
  expect([...message.parts, ...more.parts].filter((part) => !isPart(part))).toEqual([])
  expect(isConversation({ ...conversation, title: null, agent: null })).toBe(true)
})

it.each<[string, object]>([
  ['author', { author: null }],
  ['author', { author: { kind: 'agent', name: {} } }],
  ['time', { sentAt: 1e308 }],
  ['place', { order: null }],
  ['list of parts', { parts: null }],
])('refuses a message whose %s is none', (_, change) => {
  expect(isMessage({ ...message, ...change })).toBe(false)
})

it.each<[string, unknown]>([
  ['nothing', null],
  ['a text', { type: 'text', text: {} }],
  ['a file', { type: 'file', name: 'x', mime: 'x', file: { id: 'x' } }],
  ['choices', { type: 'choices', options: [{ value: {}, label: 'x' }] }],
  ['a card', { type: 'card', title: 'x', actions: [null] }],
  ['a form', { type: 'form', fields: [{ name: 'x', label: 'x', kind: 'select', options: {} }] }],
  ['an article', { type: 'article', articleId: 'x', title: {} }],
])('refuses %s that cannot be drawn', (_, part) => {
  expect(isPart(part)).toBe(false)
})

it('refuses a conversation that cannot be put into a list', () => {
  for (const change of [{ id: null }, { changedAt: 'x' }, { excerpt: {} }, { agent: { kind: 1 } }])
    expect(isConversation({ ...conversation, ...change })).toBe(false)
})
