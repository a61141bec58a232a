import type { VisitorVocabulary } from '@docent/protocol'
import { expect, it } from 'vitest'
import type { OutboxEntry, OutboxState } from './engine-types.ts'
import { createLanes } from './lanes.ts'

const entry = (id: string, name: string, input: object, state: OutboxState = 'queued') =>
  ({ command: { id, name, input, createdAt: 1 }, state, attempts: 0 }) as unknown as OutboxEntry
const ready = (entries: readonly OutboxEntry[], lanes = createLanes<VisitorVocabulary>()) =>
  [...lanes.ready(entries).values()].map(({ command }) => command.id)
const start = (state?: OutboxState) => entry('s', 'conversation-start', {}, state)
const message = (id: string, to: object, state?: OutboxState) => entry(id, 'message-send', { to }, state)

it('lets the first of every lane through: conversations apart, other commands by name', () => {
  const profile = (id: string) => entry(id, 'visitor-update', {})
  const entries = [message('a1', { id: 'a' }), message('b1', { id: 'b' }), message('a2', { id: 'a' }), profile('p1')]
  expect(ready([...entries, profile('p2')])).toEqual(['a1', 'b1', 'p1'])
})

it.each<[OutboxState, string[]]>([
  ['queued', ['s']],
  ['sending', []],
  ['failed', []],
  ['unconfirmed', []],
])('a start that is %s holds its messages back', (state, ids) => {
  expect(ready([start(state), message('m', { startedBy: 's' })])).toEqual(ids)
})

it.each<[OutboxState, string[]]>([
  ['sending', []],
  ['failed', ['next']],
  ['unconfirmed', ['next']],
])('a message that is %s lets the next go: %j', (state, ids) => {
  expect(ready([message('m', { id: 'a' }, state), message('next', { id: 'a' })])).toEqual(ids)
})

it('both names of a conversation are one lane once the answer told them', () => {
  const lanes = createLanes<VisitorVocabulary>()
  const entries = [message('m1', { startedBy: 's' }), message('m2', { id: 'a' })]
  expect(ready(entries, lanes)).toEqual(['m1', 'm2'])
  lanes.learn(start().command, { settled: 'stored', result: { conversationId: 'a' } })
  expect(ready(entries, lanes)).toEqual(['m1'])
})
