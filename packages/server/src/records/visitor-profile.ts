import {
  type ChecklistProgress,
  type Id,
  isObject,
  type StateEntry,
  TransportError,
  type VisitorProfile,
} from '@docent/protocol'
import { withoutEmpty } from '../base/json.ts'
import type { Database } from '../store/store.ts'
import { readState } from './visitor-state.ts'
import { describeVisitor, findVisitor, readContext } from './visitors.ts'

/** A visitor as agents see them beside the thread. */
export async function readProfile(
  database: Database,
  appId: Id,
  visitorId: Id,
  online: boolean,
): Promise<VisitorProfile> {
  const row = await findVisitor(database, appId, visitorId)
  if (!row || row.erased_at !== null || row.merged_into !== null) {
    throw new TransportError('not-found', 'There is no such visitor.')
  }
  const state = await readState(database, visitorId)
  return {
    id: row.id,
    ...describeVisitor(row),
    context: readContext(row),
    checklists: state.flatMap(toChecklist),
    online,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
  }
}

const progressKey = /^checklist\/(.+)\/progress$/

/** The widget keeps a line for agents in its state: `checklist/<id>/progress` with `{ title, done, total, next? }`. */
function toChecklist({ key, value }: StateEntry): ChecklistProgress[] {
  const id = progressKey.exec(key)?.[1]
  if (id === undefined || !isObject(value)) return []
  const { title, done, total, next } = value
  if (typeof title !== 'string' || typeof done !== 'number' || typeof total !== 'number') return []
  return [withoutEmpty({ id, title, done, total, next: typeof next === 'string' ? next : undefined })]
}

export const isProgress = (entry: StateEntry): boolean => progressKey.test(entry.key)
