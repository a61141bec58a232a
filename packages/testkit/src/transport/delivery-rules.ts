import type { CommandId, Message } from '@docent/protocol'
import { isObject } from '@docent/protocol'
import { assert, assertSame } from '../assertions.ts'
import { commands, echoes, needs, queries, serverIdempotency } from './conditions.ts'
import { connectGuest, type Guest, textOf, textsTold } from './guest.ts'
import type { TransportRule } from './transport-harness.ts'

/** T3–T5, T10, T13, T17: what becomes of a command, and of the events it makes. */
export const deliveryRules: readonly TransportRule[] = [
  {
    id: 'T3',
    title: 'events of one conversation arrive in the order of the backend',
    async check(context) {
      const guest = await connectGuest(context)
      const conversationId = await guest.converse()
      const other = await guest.converse()
      const expected = Array.from({ length: 12 }, (_, index) => `message ${index}`)
      for (const text of expected) {
        await context.bench.agentSays(conversationId, text)
        if (other !== conversationId) await context.bench.agentSays(other, `aside, ${text}`)
      }
      await guest.hear('message 11')
      const told = guest.events.filter((event) => 'message' in event && event.message.conversationId === conversationId)
      assertSame(textsTold(told), expected, 'messages are told in the order they were written')
    },
  },
  {
    id: 'T4',
    title: 'the same command id has one effect, repeated or at the same time',
    skipped: needs(serverIdempotency, queries('messages')),
    async check(context) {
      const guest = await connectGuest(context)
      const device = await connectGuest(context, guest.again())
      const conversationId = await guest.converse()
      const id = crypto.randomUUID()
      const send = (by: Guest) => by.send({ id: conversationId }, 'once', id)
      const acks = await Promise.all([send(guest), send(device), send(guest)])
      acks.push(await send(device))
      await guest.send({ id: conversationId }, 'the end')
      assertSame(new Set(acks.map(messageIdOf)).size, 1, 'every answer names the same message')
      await device.hear('the end')
      assertSame((await guest.history(conversationId)).map(textOf), ['once', 'the end'], 'the message is there once')
      assertSame(textsTold(device.events), ['once', 'the end'], 'it is told under one message id')
      if (!context.capabilities.commands.includes('conversation-start')) return
      const startId = crypto.randomUUID()
      const starts = [0, 1, 2].map(() => guest.perform('conversation-start', {}, startId))
      const started = (await Promise.all(starts)).map((ack) => JSON.stringify(ack.result))
      assertSame(new Set(started).size, 1, 'three clicks on “start” make one conversation')
    },
  },
  {
    id: 'T5',
    title: 'the event of a sent message carries its command id',
    skipped: needs(echoes),
    async check(context) {
      const guest = await connectGuest(context)
      const device = await connectGuest(context, guest.again())
      const conversationId = await guest.converse()
      const id: CommandId = crypto.randomUUID()
      await guest.send({ id: conversationId }, 'mine', id)
      assertSame((await guest.hear('mine')).commandId, id, 'the sender’s event carries the id')
      assertSame((await device.hear('mine')).commandId, id, 'so does the other device’s')
      const [stored] = await guest.history(conversationId)
      assertSame(stored?.commandId, id, 'so does history')
    },
  },
  {
    id: 'T10',
    title: 'order numbers are one total order, the same on every connection and in history',
    skipped: needs(queries('messages')),
    async check(context) {
      const guest = await connectGuest(context)
      const device = await connectGuest(context, guest.again())
      const conversationId = await guest.converse()
      await Promise.all([
        ...['a', 'b', 'c'].map((text) => guest.send({ id: conversationId }, text)),
        ...['d', 'e', 'f'].map((text) => device.send({ id: conversationId }, text)),
        ...['g', 'h', 'i'].map((text) => context.bench.agentSays(conversationId, text)),
      ])
      await guest.send({ id: conversationId }, 'last')
      await Promise.all([guest.hear('last'), device.hear('last')])
      const history = await guest.history(conversationId)
      const orders = history.map((message) => message.order)
      assertSame(history.length, 10, 'all ten messages are there')
      assertSame(new Set(orders).size, 10, 'no two messages have the same number')
      assertSame(textOf(history.at(-1) as Message), 'last', 'what was sent after the others has the highest number')
      const expected = history.map((message) => `${message.order} ${message.id}`)
      assertSame(ordersTold(guest), expected, 'the events say the same numbers')
      assertSame(ordersTold(device), expected, 'on every connection')
    },
  },
  {
    id: 'T13',
    title: 'a bad command among good ones fails alone',
    skipped: needs(queries('messages')),
    async check(context) {
      const guest = await connectGuest(context)
      const conversationId = await guest.converse()
      const outcomes = await Promise.allSettled([
        guest.send({ id: conversationId }, 'first'),
        guest.send({ id: 'no-such-conversation' }, 'lost'),
        guest.perform('message-send', { to: { id: conversationId }, parts: [] }),
        guest.send({ id: conversationId }, 'second'),
      ])
      const statuses = outcomes.map((outcome) => outcome.status)
      assertSame(statuses, ['fulfilled', 'rejected', 'rejected', 'fulfilled'], 'each command has its own outcome')
      const texts = (await guest.history(conversationId)).map(textOf).sort()
      assertSame(texts, ['first', 'second'], 'the good ones are stored, the bad ones are not')
    },
  },
  {
    id: 'T17',
    title: 'a conversation can be named by the command that started it',
    skipped: needs(commands('conversation-start'), queries('messages')),
    async check(context) {
      const guest = await connectGuest(context)
      const startedBy = crypto.randomUUID()
      const { result } = await guest.perform('conversation-start', {}, startedBy)
      await guest.send({ startedBy }, 'to the new one')
      const message = await guest.hear('to the new one')
      const conversationId = isObject(result) ? result.conversationId : message.conversationId
      assertSame(message.conversationId, conversationId, 'the message is in the conversation that the command started')
      const unknown = await guest.send({ startedBy: crypto.randomUUID() }, 'nowhere').catch(() => undefined)
      assert(unknown === undefined, 'a command that started nothing names no conversation')
    },
  },
]

const messageIdOf = ({ result }: { readonly result?: unknown }): unknown => isObject(result) && result.messageId

const ordersTold = (guest: Guest): string[] => {
  const told = new Map<string, number>()
  for (const event of guest.events) if (event.type === 'message-added') told.set(event.message.id, event.message.order)
  return [...told].sort(([, a], [, b]) => a - b).map(([id, order]) => `${order} ${id}`)
}
