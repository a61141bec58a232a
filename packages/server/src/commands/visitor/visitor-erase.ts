import { deleteFilesOf } from '../../records/uploads.ts'
import type { VisitorRow } from '../../records/visitors.ts'
import { visitorStream } from '../../store/store.ts'
import { defineCommand } from '../command-definition.ts'
import { nothing } from '../shared-schemas.ts'

/**
 * Deletes everything about the visitor, in the log too. What stays is a random id without a secret, so that the command can
 * be repeated, and a word to the visitor's other tabs and to agents that something is gone.
 */
export const visitorErase = defineCommand<VisitorRow, Record<string, never>, Record<string, never>>(
  nothing,
  async ({ unit, actor }) => {
    const { database } = unit
    const { id } = actor
    await database.deleteFrom('event').where('subject', '=', id).execute()
    await deleteFilesOf(unit, id)
    await database.deleteFrom('message').where('visitor_id', '=', id).execute()
    await database.deleteFrom('conversation').where('visitor_id', '=', id).execute()
    await database.deleteFrom('visitor_state').where('visitor_id', '=', id).execute()
    await database.deleteFrom('recorded_event').where('visitor_id', '=', id).execute()
    await database.deleteFrom('visitor_secret').where('visitor_id', '=', id).execute()
    await database.deleteFrom('command').where('actor_id', '=', id).execute()
    await database
      .updateTable('visitor')
      .set({
        secret_hash: null,
        external_id: null,
        erased_at: unit.now,
        told: '{}',
        claims: '{}',
        context: '{}',
        search_text: '',
      })
      .where('id', '=', id)
      .execute()
    unit.emit(visitorStream(id), { type: 'session-changed' }, id)
    unit.emit('agents', { type: 'gap', reason: 'unknown' })
    unit.signal({ type: 'revoked', actorId: id })
    return {}
  },
)
