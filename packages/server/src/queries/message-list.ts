import { type Cursor, type Id, type Message, type Page, TransportError } from '@docent/protocol'
import type { FileLinks } from '../files/file-links.ts'
import { toMessage } from '../records/messages.ts'
import type { Database } from '../store/store.ts'

interface Range {
  readonly older?: Cursor
  readonly newerThan?: number
  readonly limit: number
}

/** Messages of a conversation, newest first; notes only for agents. The cursor is the `order` of the oldest one told. */
export async function listMessages(
  database: Database,
  conversationId: Id,
  { older, newerThan, limit }: Range,
  withNotes: boolean,
): Promise<Page<Message>> {
  let query = database.selectFrom('message').selectAll().where('conversation_id', '=', conversationId)
  if (!withNotes) query = query.where('is_note', '=', 0)
  if (newerThan !== undefined) query = query.where('position', '>', newerThan)
  if (older !== undefined) query = query.where('position', '<', parseOrder(older))
  const rows = await query
    .orderBy('position', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(toMessage)
  const last = items.at(-1)
  return rows.length > limit && last ? { items, older: String(last.order) } : { items }
}

/** With addresses under which the files can be got for a while. */
export const signPage = (links: FileLinks, page: Page<Message>): Page<Message> => ({
  ...page,
  items: page.items.map(links.sign),
})

function parseOrder(cursor: Cursor): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor)
  throw new TransportError('invalid', 'input.older: is not a cursor that this server gave')
}
