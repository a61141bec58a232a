import type { AgentEvent } from '@docent/protocol'
import { expect, it } from 'vitest'
import { isAgentConversation, isProfile, isSound } from './is-sound.ts'
import { byAgent, conversation, mara, message, profile } from './testing/samples.ts'

it('lets what a backend should send through', () => {
  const { type: _, ...typing } = { type: '', conversationId: 'c1', author: { kind: 'visitor' }, typing: true, ttlMs: 1 }
  const events = [
    ...[message(1), byAgent(2)].map((each) => ({ type: 'message-added', message: each })),
    { type: 'conversation-changed', conversation: conversation({ assignee: { kind: 'agent', id: 'mara' } }) },
    { type: 'visitor-changed', visitor: profile({ checklists: [{ id: 'a', title: 'A', done: 1, total: 2 }] }) },
    { type: 'agent-changed', agent: mara },
    { type: 'typing-changed', ...typing },
    { type: 'gap' },
  ] as unknown as AgentEvent[]
  expect(events.filter((event) => !isSound(event))).toEqual([])
})

it.each<[string, unknown]>([
  ['no message', { type: 'message-added', message: null }],
  ['no author', { type: 'message-added', message: { ...message(1), author: null } }],
  ['no visitor', { type: 'conversation-changed', conversation: { ...conversation(), visitor: null } }],
  ['no time', { type: 'conversation-changed', conversation: { ...conversation(), changedAt: 1e308 } }],
  ['no traits', { type: 'visitor-changed', visitor: { ...profile(), traits: null } }],
  ['no name', { type: 'agent-changed', agent: { id: 'x' } }],
  ['nobody', { type: 'typing-changed', conversationId: 'c1', typing: true, author: null }],
])('refuses an event with %s', (_, event) => {
  expect(isSound(event as AgentEvent)).toBe(false)
})

it('refuses answers that are none', () => {
  expect([null, 1, 'x', [], {}].filter((each) => isAgentConversation(each) || isProfile(each))).toEqual([])
})
