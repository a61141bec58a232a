import type { ConversationContext, Id, Traits } from '@docent/protocol'
import type { Insertable, Selectable } from 'kysely'
import { hashSecret, randomId } from '../base/ids.ts'
import { parseJson, withoutEmpty } from '../base/json.ts'
import type { Database } from '../store/store.ts'
import type { VisitorTable } from '../store/tables.ts'

export type VisitorRow = Selectable<VisitorTable>

/** Name, address and traits, as somebody said them. */
export interface Facts {
  readonly name?: string
  readonly email?: string
  readonly traits?: Traits
}

export const findVisitor = (database: Database, appId: Id, id: Id): Promise<VisitorRow | undefined> =>
  database.selectFrom('visitor').selectAll().where('id', '=', id).where('app_id', '=', appId).executeTakeFirst()

export const findVisitorByExternalId = (database: Database, appId: Id, externalId: string) =>
  database
    .selectFrom('visitor')
    .selectAll()
    .where('app_id', '=', appId)
    .where('external_id', '=', externalId)
    .executeTakeFirst()

interface NewVisitor {
  readonly appId: Id
  readonly now: number
  readonly secret?: string
  readonly externalId?: string
}

export async function insertVisitor(
  database: Database,
  { appId, now, secret, externalId }: NewVisitor,
): Promise<VisitorRow> {
  const row: Insertable<VisitorTable> = {
    id: randomId(),
    app_id: appId,
    secret_hash: secret === undefined ? null : hashSecret(secret),
    external_id: externalId ?? null,
    merged_into: null,
    erased_at: null,
    told: '{}',
    claims: '{}',
    context: '{}',
    search_text: '',
    state_version: 0,
    first_seen_at: now,
    last_seen_at: now,
  }
  return await database.insertInto('visitor').values(row).returningAll().executeTakeFirstOrThrow()
}

/**
 * What is known about a visitor. What the host app vouches for wins; the address of a verified visitor is never one that
 * they typed themselves, because agents trust what stands beside the badge.
 */
export function describeVisitor(row: VisitorRow): Facts & { readonly verified: boolean; readonly traits: Traits } {
  const told = parseJson<Facts>(row.told)
  const claims = parseJson<Facts>(row.claims)
  const verified = row.external_id !== null
  return withoutEmpty({
    name: claims.name ?? told.name,
    email: verified ? claims.email : told.email,
    verified,
    traits: { ...told.traits, ...claims.traits },
  })
}

export const readContext = (row: VisitorRow): ConversationContext => parseJson<ConversationContext>(row.context)

type Change = Partial<Pick<VisitorTable, 'told' | 'claims' | 'context'>>

/** Stores a change and returns the row as it is then. */
export async function updateVisitor(
  database: Database,
  row: VisitorRow,
  change: Change,
  now: number,
): Promise<VisitorRow> {
  const next = { ...row, ...change, last_seen_at: now }
  const { name, email } = describeVisitor(next)
  const search_text = [name, email].filter(Boolean).join(' ').toLowerCase()
  await database
    .updateTable('visitor')
    .set({ ...change, last_seen_at: now, search_text })
    .where('id', '=', row.id)
    .execute()
  return { ...next, search_text }
}

export const markSeen = (database: Database, id: Id, now: number) =>
  database.updateTable('visitor').set({ last_seen_at: now }).where('id', '=', id).execute()

/** Has this visitor written? Agents hear only about those who have. */
export async function hasWritten(database: Database, visitorId: Id): Promise<boolean> {
  const row = await database
    .selectFrom('conversation')
    .select('id')
    .where('visitor_id', '=', visitorId)
    .where('message_count', '>', 0)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
