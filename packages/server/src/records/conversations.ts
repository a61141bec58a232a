import {
  type BugReport,
  type ConversationContext,
  type ConversationReason,
  type ConversationRef,
  type Id,
  TransportError,
} from '@docent/protocol'
import type { Selectable, Updateable } from 'kysely'
import { randomId } from '../base/ids.ts'
import type { Database, Unit } from '../store/store.ts'
import type { ConversationTable } from '../store/tables.ts'

export type ConversationRow = Selectable<ConversationTable>

const notFound = (): TransportError =>
  new TransportError('not-found', 'There is no such conversation. Start one, or fetch the list again.')

/** A conversation of this visitor. Somebody else's is as unknown as one that does not exist. */
export async function getOwnConversation(
  database: Database,
  visitorId: Id,
  to: ConversationRef,
): Promise<ConversationRow> {
  const query = database.selectFrom('conversation').selectAll().where('visitor_id', '=', visitorId)
  const row = await ('id' in to
    ? query.where('id', '=', to.id)
    : query.where('command_id', '=', to.startedBy)
  ).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** A conversation of the agent's app. */
export async function getConversation(database: Database, appId: Id, id: Id): Promise<ConversationRow> {
  const row = await database
    .selectFrom('conversation')
    .selectAll()
    .where('id', '=', id)
    .where('app_id', '=', appId)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

interface NewConversation {
  readonly visitorId: Id
  readonly commandId: string
  readonly title: string | undefined
  readonly context: ConversationContext
  readonly reason?: ConversationReason | undefined
  readonly report?: BugReport | undefined
  /** A bot answers first. */
  readonly bot?: boolean
}

export const insertConversation = (
  unit: Unit,
  { visitorId, commandId, title, context, reason, report, bot }: NewConversation,
): Promise<ConversationRow> =>
  unit.database
    .insertInto('conversation')
    .values({
      id: randomId(),
      app_id: unit.appId,
      visitor_id: visitorId,
      command_id: commandId,
      title: title ?? null,
      status: 'open',
      context: JSON.stringify(context),
      started_at: unit.now,
      changed_at: unit.now,
      touched_at: unit.now,
      excerpt: null,
      last_author: null,
      last_position: 0,
      message_count: 0,
      answered_by: null,
      assignee_id: null,
      tags: '[]',
      snoozed_until: null,
      waiting_since: null,
      read_by_agents: 0,
      read_by_visitor: 0,
      rating: null,
      reason: reason ?? null,
      report: report === undefined ? null : JSON.stringify(report),
      bot: bot ? 1 : 0,
    })
    .returningAll()
    .executeTakeFirstOrThrow()

export const updateConversation = (
  database: Database,
  id: Id,
  change: Updateable<ConversationTable>,
): Promise<ConversationRow> =>
  database.updateTable('conversation').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
