import type { Message } from '@docent/protocol'
import type { Updateable } from 'kysely'
import { type MessageRow, toMessage } from '../records/messages.ts'
import { type Unit, visitorStream } from '../store/store.ts'
import type { MessageTable } from '../store/tables.ts'

/** Changes a message that both sides see, and tells both: the next revision of it. */
export async function changeMessage(unit: Unit, row: MessageRow, change: Updateable<MessageTable>): Promise<Message> {
  const next = await unit.database
    .updateTable('message')
    .set({ ...change, revision: row.revision + 1 })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const message = toMessage(next)
  unit.emit(visitorStream(row.visitor_id), { type: 'message-changed', message }, row.visitor_id)
  unit.emit('agents', { type: 'message-changed', message }, row.visitor_id)
  return message
}
