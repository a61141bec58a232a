import type { AgentEvent, Id, VisitorEvent } from '@docent/protocol'
import { parseJson } from '../base/json.ts'
import type { Database, Store, Stream } from './store.ts'

export async function readPositions(database: Database, appId: Id) {
  const row = await database
    .selectFrom('app')
    .select(['last_seq', 'pruned_seq'])
    .where('id', '=', appId)
    .executeTakeFirst()
  return { last: row?.last_seq ?? 0, pruned: row?.pruned_seq ?? 0 }
}

/**
 * The counter is read first: everything up to it is committed, so a reader that gets fewer events than it asked for has
 * seen all of its stream and may stand at the counter.
 */
export async function readEvents(
  database: Database,
  appId: Id,
  stream: Stream,
  after: number,
  limit: number,
): ReturnType<Store['readEvents']> {
  const { last } = await readPositions(database, appId)
  if (last <= after) return { events: [], position: after }
  const rows = await database
    .selectFrom('event')
    .select(['seq', 'body'])
    .where('app_id', '=', appId)
    .where('stream', '=', stream)
    .where('seq', '>', after)
    .where('seq', '<=', last)
    .orderBy('seq')
    .limit(limit)
    .execute()
  const events = rows.map((row) => ({ seq: row.seq, event: parseJson<VisitorEvent | AgentEvent>(row.body) }))
  return { events, position: rows.length < limit ? last : (rows.at(-1)?.seq ?? last) }
}

/** Runs inside a write, so no reader sees a counter that lags behind what is gone. */
export async function pruneEvents(database: Database, appId: Id, before: number, keep: number): Promise<void> {
  const { last, pruned } = await readPositions(database, appId)
  // Positions and times rise together, so this looks only at what is to be deleted.
  const oldestKept = await database
    .selectFrom('event')
    .select('seq')
    .where('app_id', '=', appId)
    .where('created_at', '>=', before)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  const upTo = Math.max(oldestKept ? oldestKept.seq - 1 : last, last - keep, pruned)
  if (upTo <= pruned) return
  await database.deleteFrom('event').where('app_id', '=', appId).where('seq', '<=', upTo).execute()
  await database.updateTable('app').set({ pruned_seq: upTo }).where('id', '=', appId).execute()
}
