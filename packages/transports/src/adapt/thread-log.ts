import type { Cursor, Id, Message, Page } from '@docent/protocol'
import type { Range } from './adapt.ts'

/**
 * One conversation from its beginning, for backends that keep an order but give no numbers: what is told in that order is
 * numbered here, and so the same on every device.
 */
export interface ThreadLog {
  /** The message with its number; `undefined` when it was there already. */
  add(message: Omit<Message, 'order'>): Message | undefined
  find(id: Id): Message | undefined
  newest(): Message | undefined
  /** What came after a message; `undefined` when there is no such message. */
  after(id: Cursor): readonly Message[] | undefined
  /** Newest first. */
  page(range: Pick<Range, 'older' | 'newerThan' | 'limit'>): Page<Message>
  all(): readonly Message[]
}

export function createThreadLog(): ThreadLog {
  const messages: Message[] = []
  const byId = new Map<Id, Message>()
  return {
    add(message) {
      if (byId.has(message.id)) return undefined
      const numbered = { ...message, order: messages.length + 1 }
      messages.push(numbered)
      byId.set(message.id, numbered)
      return numbered
    },
    find: (id) => byId.get(id),
    newest: () => messages.at(-1),
    after(id) {
      const known = byId.get(id)
      return known && messages.slice(known.order)
    },
    page({ older = String(messages.length + 1), newerThan = 0, limit }) {
      const end = Number(older) - 1
      const start = Math.max(newerThan, end - limit)
      const items = messages.slice(start, Math.max(end, start)).reverse()
      return start > newerThan && items[0] ? { items, older: String(start + 1) } : { items }
    },
    all: () => messages,
  }
}
