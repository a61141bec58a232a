import type { Conversation, Id } from '@docent/protocol'
import { parseJson } from '../base/json.ts'
import { announceConversation, announceVisitor } from '../commands/announce.ts'
import { mergeState, readState } from '../records/visitor-state.ts'
import { type Facts, readContext, updateVisitor, type VisitorRow } from '../records/visitors.ts'
import { type Unit, visitorStream } from '../store/store.ts'

/**
 * An anonymous visitor signed in: what was theirs becomes the signed-in visitor's, once. Their secret is spent, their other
 * tabs are told that the session changed, and nothing personal stays under the old id.
 */
export async function mergeVisitors(unit: Unit, from: VisitorRow, into: VisitorRow): Promise<VisitorRow> {
  const { database } = unit
  const entries = await readState(database, from.id)
  const changed = entries.length > 0 ? await mergeState(database, into.id, entries) : []
  if (changed.length > 0) unit.emit(visitorStream(into.id), { type: 'state-changed', entries: changed }, into.id)
  await database.deleteFrom('visitor_state').where('visitor_id', '=', from.id).execute()
  const merged = await mergeProfile(unit, from, into)
  await moveCommands(unit, from.id, into.id)
  for (const table of ['message', 'recorded_event'] as const) {
    await database.updateTable(table).set({ visitor_id: into.id }).where('visitor_id', '=', from.id).execute()
  }
  await database.updateTable('upload').set({ owner_id: into.id }).where('owner_id', '=', from.id).execute()
  await moveConversations(unit, from.id, into.id)
  await database.updateTable('event').set({ subject: into.id }).where('subject', '=', from.id).execute()
  await database.deleteFrom('visitor_secret').where('visitor_id', '=', from.id).execute()
  await database
    .updateTable('visitor')
    .set({ merged_into: into.id, told: '{}', context: '{}', search_text: '' })
    .where('id', '=', from.id)
    .execute()
  unit.emit(visitorStream(from.id), { type: 'session-changed' }, into.id)
  unit.signal({ type: 'revoked', actorId: from.id })
  await announceVisitor(unit, into.id)
  return merged
}

/** What the signed-in visitor told already stays; what is new is added. The newer context wins. */
async function mergeProfile(unit: Unit, from: VisitorRow, into: VisitorRow): Promise<VisitorRow> {
  const mine = parseJson<Facts>(into.told)
  const theirs = parseJson<Facts>(from.told)
  const told = JSON.stringify({ ...theirs, ...mine, traits: { ...theirs.traits, ...mine.traits } })
  const context = JSON.stringify({ ...readContext(into), ...readContext(from) })
  return await updateVisitor(unit.database, into, { told, context }, unit.now)
}

/** A command that was sent before the sign-in and is repeated after it still has one effect. */
async function moveCommands(unit: Unit, from: Id, into: Id): Promise<void> {
  const taken = unit.database.selectFrom('command').select('command_id').where('actor_id', '=', into)
  await unit.database
    .updateTable('command')
    .set({ actor_id: into })
    .where('actor_id', '=', from)
    .where('command_id', 'not in', taken)
    .execute()
}

async function moveConversations(unit: Unit, from: Id, into: Id): Promise<Conversation['id'][]> {
  const rows = await unit.database
    .updateTable('conversation')
    .set({ visitor_id: into })
    .where('visitor_id', '=', from)
    .returningAll()
    .execute()
  for (const row of rows) await announceConversation(unit, row)
  return rows.map(({ id }) => id)
}
