import type {
  AgentConversation,
  Author,
  BugReport,
  Conversation,
  ConversationReason,
  ConversationStatus,
  Id,
  Rating,
} from '@docent/protocol'
import { parseJson, withoutEmpty } from '../base/json.ts'
import type { Database } from '../store/store.ts'
import { type AgentRow, findAgents, toAuthor } from './agents.ts'
import type { ConversationRow } from './conversations.ts'
import { describeVisitor } from './visitors.ts'

/** Conversations as their visitor sees them. What agents arrange among themselves, snoozing for one, does not show. */
export async function toVisitorViews(database: Database, rows: readonly ConversationRow[]): Promise<Conversation[]> {
  const agents = await findAgents(
    database,
    rows.map((row) => row.answered_by),
  )
  const unread = await countUnread(database, rows, 'visitor')
  return rows.map((row) => ({
    ...commonView(row, agents, unread),
    status: row.status === 'snoozed' ? 'open' : (row.status as ConversationStatus),
    changedAt: row.changed_at,
  }))
}

/** Conversations as agents see them: newest change of any kind, the visitor, who is on it. */
export async function toAgentViews(database: Database, rows: readonly ConversationRow[]): Promise<AgentConversation[]> {
  const agents = await findAgents(
    database,
    rows.flatMap((row) => [row.answered_by, row.assignee_id]),
  )
  const unread = await countUnread(database, rows, 'agents')
  const visitors = await findVisitors(database, rows)
  return rows.map((row) => {
    const assignee = agents.get(row.assignee_id ?? '')
    return withoutEmpty({
      ...commonView(row, agents, unread),
      status: row.status as ConversationStatus,
      changedAt: row.touched_at,
      visitor: visitors.get(row.visitor_id) ?? { id: row.visitor_id, verified: false },
      assignee: assignee && toAuthor(assignee),
      tags: parseJson<string[]>(row.tags),
      report: row.report === null ? undefined : parseJson<BugReport>(row.report),
      snoozedUntil: row.snoozed_until,
      readByVisitor: row.read_by_visitor === 0 ? undefined : row.read_by_visitor,
      waitingSince: row.waiting_since,
    })
  })
}

function commonView(row: ConversationRow, agents: ReadonlyMap<Id, AgentRow>, unread: ReadonlyMap<Id, number>) {
  const agent = agents.get(row.answered_by ?? '')
  return withoutEmpty({
    id: row.id,
    commandId: row.command_id,
    title: row.title,
    canReply: true,
    unread: unread.get(row.id) ?? 0,
    startedAt: row.started_at,
    excerpt: row.excerpt,
    lastAuthor: row.last_author === null ? undefined : parseJson<Author>(row.last_author),
    agent: agent && toAuthor(agent),
    bot: row.bot === 1 || undefined,
    reason: row.reason === null ? undefined : (row.reason as ConversationReason),
    rating: row.rating === null ? undefined : parseJson<Rating>(row.rating),
    readByAgents: row.read_by_agents === 0 ? undefined : row.read_by_agents,
  })
}

async function countUnread(
  database: Database,
  rows: readonly ConversationRow[],
  by: 'visitor' | 'agents',
): Promise<Map<Id, number>> {
  if (rows.length === 0) return new Map()
  const counts = await database
    .selectFrom('message')
    .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
    .select(({ fn }) => ['message.conversation_id as id', fn.countAll<number>().as('unread')])
    .where(
      'conversation.id',
      'in',
      rows.map((row) => row.id),
    )
    .where('message.is_note', '=', 0)
    .where('message.author_kind', by === 'visitor' ? '<>' : '=', 'visitor')
    .whereRef(
      'message.position',
      '>',
      by === 'visitor' ? 'conversation.read_by_visitor' : 'conversation.read_by_agents',
    )
    .groupBy('message.conversation_id')
    .execute()
  return new Map(counts.map(({ id, unread }) => [id, Number(unread)]))
}

async function findVisitors(database: Database, rows: readonly ConversationRow[]) {
  const ids = [...new Set(rows.map((row) => row.visitor_id))]
  if (ids.length === 0) return new Map<Id, AgentConversation['visitor']>()
  const visitors = await database.selectFrom('visitor').selectAll().where('id', 'in', ids).execute()
  return new Map(
    visitors.map((visitor) => {
      const { name, email, verified } = describeVisitor(visitor)
      return [visitor.id, withoutEmpty({ id: visitor.id, name, email, verified })] as const
    }),
  )
}
