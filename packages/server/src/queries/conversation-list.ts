import type { AgentConversation, Conversation, ConversationFilter, Cursor, Id, Page } from '@docent/protocol'
import { type RawBuilder, sql } from 'kysely'
import { toAgentViews, toVisitorViews } from '../records/conversation-views.ts'
import type { Database } from '../store/store.ts'
import { parseKeyset, toPage } from './paging.ts'

interface Paging {
  readonly older?: Cursor
  readonly limit: number
}

/** A visitor's conversations, newest change first. */
export async function listOwnConversations(
  database: Database,
  visitorId: Id,
  { older, limit }: Paging,
): Promise<Page<Conversation>> {
  let query = database.selectFrom('conversation').selectAll().where('visitor_id', '=', visitorId)
  if (older !== undefined) {
    const { at, id } = parseKeyset(older)
    query = query.where(({ eb, and, or }) =>
      or([eb('changed_at', '<', at), and([eb('changed_at', '=', at), eb('id', '<', id)])]),
    )
  }
  const rows = await query
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = await toVisitorViews(database, rows.slice(0, limit))
  return toPage(rows, limit, items, (row) => ({ at: row.changed_at, id: row.id }))
}

/** The app's conversations in which something was written, newest change first. */
export async function listConversations(
  database: Database,
  appId: Id,
  agentId: Id,
  { older, limit, ...filter }: Paging & ConversationFilter,
): Promise<Page<AgentConversation>> {
  let query = database.selectFrom('conversation').selectAll().where('app_id', '=', appId).where('message_count', '>', 0)
  if (filter.status !== undefined) query = query.where('status', '=', filter.status)
  if (filter.assignee === 'none') query = query.where('assignee_id', 'is', null)
  else if (filter.assignee !== undefined)
    query = query.where('assignee_id', '=', filter.assignee === 'me' ? agentId : filter.assignee)
  if (filter.tag !== undefined) query = query.where(contains('conversation.tags', JSON.stringify(filter.tag)))
  if (filter.reason !== undefined) query = query.where('reason', '=', filter.reason)
  if (filter.visitorId !== undefined) query = query.where('visitor_id', '=', filter.visitorId)
  const text = filter.text?.trim().toLowerCase()
  if (text) query = query.where(({ or }) => or([messageContains(text), visitorContains(text)]))
  if (older !== undefined) {
    const { at, id } = parseKeyset(older)
    query = query.where(({ eb, and, or }) =>
      or([eb('touched_at', '<', at), and([eb('touched_at', '=', at), eb('id', '<', id)])]),
    )
  }
  const rows = await query
    .orderBy('touched_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = await toAgentViews(database, rows.slice(0, limit))
  return toPage(rows, limit, items, (row) => ({ at: row.touched_at, id: row.id }))
}

/** `%` and `_` are searched for like any other character. */
const contains = (column: string, text: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} like ${`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`} escape '\\'`

const messageContains = (text: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from message where message.conversation_id = conversation.id and ${contains('message.search_text', text)})`

const visitorContains = (text: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from visitor where visitor.id = conversation.visitor_id and ${contains('visitor.search_text', text)})`
