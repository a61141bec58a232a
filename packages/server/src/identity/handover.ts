import { type Handover, type Id, type Millis, TransportError } from '@docent/protocol'
import { hashSecret, randomSecret } from '../base/ids.ts'
import { findVisitor, type VisitorRow } from '../records/visitors.ts'
import type { Store, Unit } from '../store/store.ts'

const lifetimeMs = 60_000

/** Which pages a visitor is carried between. */
export interface Way {
  readonly from: string
  readonly to: string
  /** Origins of the app. Absent: any. */
  readonly origins?: readonly string[] | undefined
}

/**
 * What is kept of a token. With the page that it was made on: whoever gets the address from anywhere else, say from a stranger's
 * message, comes with a token that does not exist.
 */
const hashOf = ({ token, from }: Handover): string => hashSecret(`${token} ${from}`)

/** A token that makes another origin's browser storage the same visitor, once, within a minute. */
export async function createHandover(
  store: Store,
  visitor: VisitorRow,
  { from, to, origins }: Way,
): Promise<{ readonly token: string; readonly expiresAt: Millis }> {
  if (visitor.external_id !== null) {
    throw new TransportError('unsupported', 'This visitor is signed in: sign them in on the other origin too.')
  }
  if (origins?.includes(to) === false) {
    throw new TransportError('forbidden', `The origin ${to} is not among the app's \`origins\`.`)
  }
  const token = randomSecret()
  return await store.write(visitor.app_id, async ({ database, now }) => {
    await database.deleteFrom('handover').where('expires_at', '<', now).execute()
    const expiresAt = now + lifetimeMs
    const row = { token_hash: hashOf({ token, from }), visitor_id: visitor.id, expires_at: expiresAt }
    await database.insertInto('handover').values(row).execute()
    return { token, expiresAt }
  })
}

/** Who comes with a token, and the secret of their own that this origin keeps. `undefined`: it is spent, too old, or from elsewhere. */
export async function takeHandover(
  { database, appId, now }: Unit,
  handover: Handover,
): Promise<{ readonly row: VisitorRow; readonly id: Id; readonly secret: string } | undefined> {
  const spent = await database
    .deleteFrom('handover')
    .where('token_hash', '=', hashOf(handover))
    .returningAll()
    .executeTakeFirst()
  const row = spent && spent.expires_at > now ? await findVisitor(database, appId, spent.visitor_id) : undefined
  if (!row || row.erased_at !== null || row.merged_into !== null || row.external_id !== null) return undefined
  const secret = randomSecret()
  const entry = { secret_hash: hashSecret(secret), visitor_id: row.id, created_at: now }
  await database.insertInto('visitor_secret').values(entry).execute()
  return { row, id: row.id, secret }
}
