import { type Id, type MergeRule, mergeStateEntry, type StateEntry, TransportError } from '@docent/protocol'
import type { Selectable } from 'kysely'
import { parseJson } from '../base/json.ts'
import type { Database } from '../store/store.ts'
import type { VisitorStateTable } from '../store/tables.ts'

/** Enough for every checklist and guide of an app; a widget that writes more is broken. */
const maxEntriesPerVisitor = 2000

const toEntry = (row: Selectable<VisitorStateTable>): StateEntry => ({
  key: row.key,
  value: parseJson(row.value),
  merge: row.merge as MergeRule,
  changedAt: row.changed_at,
})

/** Entries that changed after `version`, in the order of their keys. */
export async function readState(database: Database, visitorId: Id, version = 0): Promise<StateEntry[]> {
  const rows = await database
    .selectFrom('visitor_state')
    .selectAll()
    .where('visitor_id', '=', visitorId)
    .where('version', '>', version)
    .orderBy('key')
    .execute()
  return rows.map(toEntry)
}

/** Merges entries into what is stored, by the rule an entry was first stored with. Returns those that changed. */
export async function mergeState(
  database: Database,
  visitorId: Id,
  entries: readonly StateEntry[],
): Promise<StateEntry[]> {
  const stored = new Map((await readState(database, visitorId)).map((entry) => [entry.key, entry]))
  const changed = new Map<string, StateEntry>()
  for (const entry of entries) {
    const before = stored.get(entry.key)
    const after = before ? mergeStateEntry(before, { ...entry, merge: before.merge }) : entry
    if (before && JSON.stringify(before) === JSON.stringify(after)) continue
    stored.set(entry.key, after)
    changed.set(entry.key, after)
  }
  if (stored.size > maxEntriesPerVisitor) {
    throw new TransportError('too-large', `A visitor has at most ${maxEntriesPerVisitor} state entries. Reuse keys.`)
  }
  if (changed.size === 0) return []
  const { state_version: version } = await database
    .updateTable('visitor')
    .set((expression) => ({ state_version: expression('state_version', '+', 1) }))
    .where('id', '=', visitorId)
    .returning('state_version')
    .executeTakeFirstOrThrow()
  for (const { key, value, merge, changedAt } of changed.values()) {
    const row = { value: JSON.stringify(value), merge, changed_at: changedAt, version }
    await database
      .insertInto('visitor_state')
      .values({ visitor_id: visitorId, key, ...row })
      .onConflict((conflict) => conflict.columns(['visitor_id', 'key']).doUpdateSet(row))
      .execute()
  }
  return [...changed.values()]
}
