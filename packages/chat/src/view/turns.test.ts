import { expect, it } from 'vitest'
import { ada, visitor } from '../test-messages.ts'
import type { Bubble } from '../thread.ts'
import { turnsOf } from './turns.ts'

const noon = new Date(2026, 10, 20, 12).getTime()
const minute = 60_000
const bubble = (key: string, atMinutes: number, author = ada): Bubble => ({
  ...{ key, author, mine: author === visitor, parts: [], at: noon + atMinutes * minute, delivery: 'arrived' },
})
const keysOf = (bubbles: readonly Bubble[], firstUnread?: string) =>
  turnsOf(bubbles, firstUnread).map((turn) => turn.bubbles.map(({ key }) => key).join(' '))

it('groups what one author says in a row', () => {
  const bob = { ...ada, id: 'agent-2', name: 'Bob' }
  const talk = [bubble('a', 0), bubble('b', 1), bubble('c', 2, visitor), bubble('d', 3), bubble('e', 3, bob)]
  expect(keysOf(talk)).toEqual(['a b', 'c', 'd', 'e'])
})

it('begins a new turn after five minutes, without saying the time', () => {
  const turns = turnsOf([bubble('a', 0), bubble('b', 5)], undefined)
  expect(turns.map(({ key, at }) => [key, at])).toEqual([
    ['a', noon],
    ['b', undefined],
  ])
})

it('says the time at the beginning, after half an hour, and on another day', () => {
  const midnight = 12 * 60
  const talk = [bubble('a', 0), bubble('b', 30), bubble('c', 61), bubble('d', midnight - 1), bubble('e', midnight)]
  const said = turnsOf(talk, undefined).filter(({ at }) => at !== undefined)
  expect(said.map(({ key }) => key)).toEqual(['a', 'c', 'd', 'e'])
})

it('begins a new turn with the first unread', () => {
  const talk = [bubble('a', 0), bubble('b', 1), bubble('c', 2)]
  expect(keysOf(talk, 'b')).toEqual(['a', 'b c'])
  expect(turnsOf(talk, 'b').map(({ fresh }) => fresh)).toEqual([false, true])
})

it('makes nothing of nothing', () => expect(turnsOf([], undefined)).toEqual([]))
