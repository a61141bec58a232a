import type { Cursor, Message, Page, StateEntry, VisitorEvent } from '@docent/protocol'
import { mergeStateEntry } from '@docent/protocol'
import { assert, assertSame } from '../assertions.ts'
import { commands, needs, queries, readReceipts, visitorState } from './conditions.ts'
import { connectGuest, type Guest, textOf } from './guest.ts'
import type { TransportRule } from './transport-harness.ts'

/** T9, T11, T12, T19: history, receipts and state. */
export const readingRules: readonly TransportRule[] = [
  {
    id: 'T9',
    title: 'paging back ends with `older` absent and repeats nothing',
    skipped: needs(queries('messages')),
    async check(context) {
      const guest = await connectGuest(context)
      const conversationId = await guest.converse()
      const texts = Array.from({ length: 7 }, (_, index) => `message ${index}`)
      for (const text of texts) await guest.send({ id: conversationId }, text)
      for (const limit of [3, 7, 100]) {
        const messages = await readBack((older) => guest.query('messages', { conversationId, limit, ...older }), limit)
        assertSame(messages.map(textOf), [...texts].reverse(), `all once, newest first, ${limit} at a time`)
      }
      if (context.capabilities.conversations === 'one') return
      const started = [conversationId, await guest.converse(), await guest.converse()]
      const listed = await readBack((older) => guest.query('conversations', { limit: 2, ...older }), 2)
      assertSame(listed.map(({ id }) => id).sort(), started.sort(), 'every conversation once, two at a time')
    },
  },
  {
    id: 'T11',
    title: 'what is read is told to the other side and to the visitor’s other devices',
    skipped: needs(readReceipts, commands('conversation-read'), queries('conversations')),
    async check(context) {
      const { bench } = context
      if (!bench.agentReads) throw new Error('This rule needs agentReads(), because read receipts are declared')
      const guest = await connectGuest(context)
      const device = await connectGuest(context, guest.again())
      const conversationId = await guest.converse()
      await guest.send({ id: conversationId }, 'question')
      await bench.agentReads(conversationId)
      const question = await guest.hear('question')
      const receipt = await guest.until(readBy('agent', question.order), 'the agent’s reading is told')
      assertSame(receipt.conversationId, conversationId, 'of this conversation')
      await bench.agentSays(conversationId, 'answer')
      await bench.agentSays(conversationId, 'and more')
      const { order } = await guest.hear('and more')
      assertSame(await unreadOf(guest, conversationId), 2, 'two messages are unread')
      await guest.perform('conversation-read', { to: { id: conversationId }, upTo: order })
      assertSame(await unreadOf(device, conversationId), 0, 'none is unread on any device')
      const quiet = (event: VisitorEvent): event is VisitorEvent =>
        event.type === 'conversation-changed' &&
        event.conversation.unread === 0 &&
        event.conversation.excerpt === 'and more'
      await device.until(quiet, 'the other device is told')
      await guest.perform('conversation-read', { to: { id: conversationId }, upTo: question.order })
      assertSame(await unreadOf(guest, conversationId), 0, 'a receipt that arrives late makes nothing unread again')
    },
  },
  {
    id: 'T12',
    title: 'visitor state of two devices is merged entry by entry, in any order',
    skipped: needs(visitorState, commands('visitor-state-put'), queries('visitor-state')),
    async check(context) {
      const guest = await connectGuest(context)
      const device = await connectGuest(context, guest.again())
      const mine = entriesOf(3, ['a', 'b'], 'mine', 2000)
      const theirs = entriesOf(5, ['b', 'c'], 'theirs', 1000)
      await Promise.all([
        guest.perform('visitor-state-put', { entries: mine }),
        device.perform('visitor-state-put', { entries: theirs }),
      ])
      const expected = mine.map((entry, index) => mergeStateEntry(entry, theirs[index] as StateEntry))
      const stored = await guest.query('visitor-state', {})
      assertSame(valuesOf(stored.entries), valuesOf(expected), 'larger number, both lists, later entry')
      await device.perform('visitor-state-put', { entries: theirs })
      assertSame(
        valuesOf((await device.query('visitor-state', {})).entries),
        valuesOf(expected),
        'a repeat changes nothing',
      )
      const marker: StateEntry = { key: 'suite/marker', value: 1, merge: 'max', changedAt: 3000 }
      const { cursor } = await device.query('visitor-state', {})
      await guest.perform('visitor-state-put', { entries: [marker] })
      const told = (event: VisitorEvent): event is Extract<VisitorEvent, { type: 'state-changed' }> =>
        event.type === 'state-changed' && event.entries.some(({ key }) => key === marker.key)
      await device.until(told, 'the other device is told')
      const since = await device.query('visitor-state', { since: cursor })
      assert(
        since.entries.some(({ key }) => key === marker.key),
        'what changed since a cursor is answered',
      )
    },
  },
  {
    id: 'T19',
    title: 'history newer than an order number holds those messages and no others',
    skipped: needs(queries('messages')),
    async check(context) {
      const guest = await connectGuest(context)
      const conversationId = await guest.converse()
      for (const text of ['a', 'b', 'c', 'd']) await guest.send({ id: conversationId }, text)
      const second = (await guest.history(conversationId))[1]
      assert(second !== undefined, 'history holds what was sent')
      const newer = (more: object) =>
        guest.query('messages', { conversationId, newerThan: second.order, limit: 10, ...more })
      assertSame((await newer({})).items.map(textOf), ['d', 'c'], 'the message with that number is not among them')
      const page = await newer({ limit: 1 })
      assertSame(page.items.map(textOf), ['d'], 'a limit takes the newest')
      assert(page.older !== undefined, 'and says that there is more')
      const rest = await newer({ limit: 1, older: page.older })
      assertSame(rest.items.map(textOf), ['c'], 'the next page goes on')
      assertSame(rest.older, undefined, 'and ends before the number')
    },
  },
]

/** Reads a list to its end, by pages. */
async function readBack<T extends { readonly id: string }>(
  read: (older: { older?: Cursor }) => Promise<Page<T>>,
  limit: number,
): Promise<T[]> {
  const all: T[] = []
  for (let older: Cursor | undefined, pages = 0; ; pages++) {
    const page = await read(older === undefined ? {} : { older })
    assert(page.items.length <= limit, 'a page is no longer than its limit')
    assert(pages < 50, 'paging back ends')
    all.push(...page.items)
    if (page.older === undefined) break
    older = page.older
  }
  assertSame(new Set(all.map(({ id }) => id)).size, all.length, 'nothing is repeated')
  return all
}

const readBy =
  (by: 'agent' | 'visitor', upTo: Message['order']) =>
  (event: VisitorEvent): event is Extract<VisitorEvent, { type: 'receipt-changed' }> =>
    event.type === 'receipt-changed' && event.by === by && event.kind === 'read' && event.upTo >= upTo

async function unreadOf(guest: Guest, conversationId: string): Promise<number | undefined> {
  const { items } = await guest.query('conversations', { limit: 10 })
  return items.find(({ id }) => id === conversationId)?.unread
}

const entriesOf = (count: number, list: string[], choice: string, changedAt: number): StateEntry[] => [
  { key: 'suite/count', value: count, merge: 'max', changedAt },
  { key: 'suite/list', value: list, merge: 'union', changedAt },
  { key: 'suite/choice', value: choice, merge: 'last', changedAt },
]

const valuesOf = (entries: readonly StateEntry[]): Record<string, unknown> =>
  Object.fromEntries(entries.map(({ key, value }) => [key, value]))
