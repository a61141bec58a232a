import type { Capabilities } from '@docent/protocol'
import { assert, assertSame, within } from '../assertions.ts'
import { needs, queries, resumesByCursor } from './conditions.ts'
import { recordEvents } from './event-record.ts'
import { connectGuest, says, textOf, textsTold } from './guest.ts'
import type { TransportRule } from './transport-harness.ts'

/** T1, T2, T6, T14–T16, T18: the life of a connection. */
export const connectionRules: readonly TransportRule[] = [
  {
    id: 'T1',
    title: 'events flow once connect has resolved, none before',
    skipped: needs(resumesByCursor),
    async check(context) {
      const guest = await connectGuest(context)
      const conversationId = await guest.converse()
      await guest.send({ id: conversationId }, 'before')
      await guest.hear('before')
      guest.leave()
      await context.bench.agentSays(conversationId, 'while away')
      let connected = false
      let early = false
      const record = recordEvents(context.patienceMs, () => (early ||= !connected))
      const connecting = context.bench.transport().connect(guest.again(guest.cursor()), record.sink, context.signal)
      await within(
        connecting.then(() => (connected = true)),
        'connect resolves',
        context.patienceMs,
      )
      await record.until(says('while away'), 'what happened while away is told')
      assert(!early, 'the sink is not called before connect has resolved')
    },
  },
  {
    id: 'T2',
    title: 'after the signal aborts the sink is not called, and the end is no loss',
    async check(context) {
      const leaving = await connectGuest(context)
      const conversationId = await leaving.converse()
      const staying = await connectGuest(context, leaving.again())
      leaving.leave()
      const told = leaving.events.length
      await context.bench.agentSays(conversationId, 'to those who stay')
      await staying.hear('to those who stay')
      await context.bench.agentSays(conversationId, 'once more')
      await staying.hear('once more')
      assertSame(leaving.events.length, told, 'no event after the abort')
      assertSame(leaving.losses.length, 0, 'an abort is not told as a loss')
    },
  },
  {
    id: 'T6',
    title: 'reconnecting with the cursor loses nothing',
    skipped: needs(resumesByCursor),
    async check(context) {
      let guest = await connectGuest(context)
      const conversationId = await guest.converse()
      await context.bench.agentSays(conversationId, '0')
      await guest.hear('0')
      const told = [...guest.events]
      for (const round of ['1', '2', '3']) {
        const cursor = guest.cursor() ?? guest.hello.cursor
        assert(cursor !== undefined, 'events come with a cursor')
        guest.leave()
        for (const part of ['a', 'b', 'c']) await context.bench.agentSays(conversationId, round + part)
        guest = await connectGuest(context, guest.again(cursor))
        assertSame(guest.hello.resumed, true, 'a known cursor is resumed from')
        await guest.hear(`${round}c`)
        told.push(...guest.events)
      }
      const expected = ['0', ...['1', '2', '3'].flatMap((round) => ['a', 'b', 'c'].map((part) => round + part))]
      assertSame(textsTold(told), expected, 'everything said is told')
    },
  },
  {
    id: 'T14',
    title: 'hello declares what the backend is known to be able to do',
    async check(context) {
      const { hello } = await connectGuest(context)
      assertSame(unordered(hello.capabilities), unordered(context.capabilities), 'the same as the harness says')
      assert(typeof hello.resumed === 'boolean', 'hello says whether it resumed')
      assert(hello.cursor === undefined || typeof hello.cursor === 'string', 'a cursor is a string')
      assertSame(structuredClone(hello.state), hello.state, 'the state is data')
    },
  },
  {
    id: 'T15',
    title: 'the session state brings a visitor back; whoever lacks it sees nothing of them',
    skipped: needs(queries('conversations', 'messages')),
    async check(context) {
      const guest = await connectGuest(context)
      const conversationId = await guest.converse()
      await guest.send({ id: conversationId }, 'a secret')
      const device = await connectGuest(context, guest.again())
      assertSame((await device.history(conversationId)).map(textOf), ['a secret'], 'the other device has the history')
      const stranger = await connectGuest(context)
      const theirs = await stranger.query('conversations', { limit: 50 })
      assert(!theirs.items.some(({ id }) => id === conversationId), 'a stranger does not list the conversation')
      const peek = await stranger.history(conversationId).catch(() => [])
      assertSame(peek.map(textOf), [], 'a stranger who knows the id reads nothing')
      const intrusion = await stranger.send({ id: conversationId }, 'intrusion').catch(() => undefined)
      assertSame(intrusion, undefined, 'a stranger who knows the id cannot write')
      await context.bench.agentSays(conversationId, 'for the visitor')
      await device.hear('for the visitor')
      const overheard = stranger.events.filter((event) => 'message' in event || 'conversation' in event)
      assertSame(overheard, [], 'a stranger hears nothing')
    },
  },
  {
    id: 'T16',
    title: 'a cursor that the backend does not know is not resumed from, and is no error',
    skipped: needs(resumesByCursor),
    async check(context) {
      const guest = await connectGuest(context)
      const conversationId = await guest.converse()
      guest.leave()
      for (const cursor of ['', 'nonsense', '0.999999999', '../../1']) {
        const again = await connectGuest(context, guest.again(cursor))
        assertSame(again.hello.resumed, false, `“${cursor}” is not resumed from`)
        await context.bench.agentSays(conversationId, `after “${cursor}”`)
        await again.hear(`after “${cursor}”`)
        again.leave()
      }
    },
  },
  {
    id: 'T18',
    title: 'a cut link is told as lost, once, and connecting again works',
    async check(context) {
      const { bench } = context
      if (!bench.cutLinks) throw new Error('This rule needs cutLinks(); where links cannot be cut, say so in `skips`')
      const guest = await connectGuest(context)
      const conversationId = await guest.converse()
      await bench.agentSays(conversationId, 'before the cut')
      await guest.hear('before the cut')
      await bench.cutLinks()
      const error = await guest.untilLost('the loss is told')
      assertSame(error.retry, 'backoff', 'a cut link may be tried again')
      const again = await connectGuest(context, guest.again(guest.cursor()), guest.transport)
      await bench.agentSays(conversationId, 'after the cut')
      await again.hear('after the cut')
      assertSame(guest.losses.length, 1, 'the loss is told once')
      assert(!textsTold(guest.events).includes('after the cut'), 'a lost connection tells no more events')
    },
  },
]

/** Lists of names, in any order. */
const unordered = (capabilities: Capabilities): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(capabilities).map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value]),
  )
