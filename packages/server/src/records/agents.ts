import type { Agent, Author, Id } from '@docent/protocol'
import type { Selectable, Updateable } from 'kysely'
import { randomId } from '../base/ids.ts'
import { withoutEmpty } from '../base/json.ts'
import type { Database } from '../store/store.ts'
import type { AgentTable } from '../store/tables.ts'

export type AgentRow = Selectable<AgentTable>

export const toAgent = (row: AgentRow): Agent =>
  withoutEmpty({
    id: row.id,
    name: row.name,
    email: row.email,
    avatarUrl: row.avatar_url,
    role: row.role === 'owner' ? ('owner' as const) : ('agent' as const),
  })

/** An agent as visitors see them: never with the e-mail address. */
export const toAuthor = (row: AgentRow): Author =>
  withoutEmpty({ kind: 'agent' as const, id: row.id, name: row.name, avatarUrl: row.avatar_url })

export const findAgent = (database: Database, appId: Id, id: Id): Promise<AgentRow | undefined> =>
  database.selectFrom('agent').selectAll().where('id', '=', id).where('app_id', '=', appId).executeTakeFirst()

export const listAgents = (database: Database, appId: Id): Promise<AgentRow[]> =>
  database.selectFrom('agent').selectAll().where('app_id', '=', appId).orderBy('created_at').orderBy('id').execute()

export async function findAgents(database: Database, ids: Iterable<Id | null>): Promise<Map<Id, AgentRow>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await database.selectFrom('agent').selectAll().where('id', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

interface NewAgent {
  readonly appId: Id
  readonly name: string
  readonly email: string | null
  readonly role: Agent['role']
  readonly now: number
}

export const insertAgent = (database: Database, { appId, name, email, role, now }: NewAgent): Promise<AgentRow> =>
  database
    .insertInto('agent')
    .values({
      id: randomId(),
      app_id: appId,
      name,
      email,
      avatar_url: null,
      role,
      password_hash: null,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()

export const updateAgent = (database: Database, id: Id, change: Updateable<AgentTable>): Promise<AgentRow> =>
  database.updateTable('agent').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
