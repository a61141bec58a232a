import type { Id } from '@docent/protocol'
import { hashSecret, randomSecret } from '../base/ids.ts'
import { type AgentRow, insertAgent } from '../records/agents.ts'
import type { Store, Unit } from '../store/store.ts'

const lifetimeMs = 24 * 60 * 60_000

export interface SignInLinkRequest {
  /** Default: the app's owner. An address or a name that is not known yet becomes a new agent. */
  readonly name?: string
  readonly email?: string
}

/** A token that signs an agent in once, within a day. */
export const createSignInToken = (store: Store, appId: Id, request: SignInLinkRequest): Promise<string> =>
  store.write(appId, async (unit) => {
    const agent = await findOrInvite(unit, request)
    const token = randomSecret()
    await unit.database
      .insertInto('sign_in_link')
      .values({ token_hash: hashSecret(token), agent_id: agent.id, expires_at: unit.now + lifetimeMs, used_at: null })
      .execute()
    return token
  })

/** On the first start: the owner and a token for them. `undefined` when the app has agents. */
export async function createOwner(store: Store, appId: Id): Promise<string | undefined> {
  const first = await store.database
    .selectFrom('agent')
    .select('id')
    .where('app_id', '=', appId)
    .limit(1)
    .executeTakeFirst()
  return first ? undefined : await createSignInToken(store, appId, {})
}

async function findOrInvite(unit: Unit, { name, email }: SignInLinkRequest): Promise<AgentRow> {
  const { database, appId, now } = unit
  const address = email?.trim().toLowerCase()
  const agents = database.selectFrom('agent').selectAll().where('app_id', '=', appId).orderBy('created_at')
  if (address !== undefined) {
    const known = await agents.where('email', '=', address).executeTakeFirst()
    return (
      known ??
      (await insertAgent(database, { appId, name: name ?? nameOf(address), email: address, role: 'agent', now }))
    )
  }
  if (name !== undefined) {
    const known = await agents.where('name', '=', name).executeTakeFirst()
    return known ?? (await insertAgent(database, { appId, name, email: null, role: 'agent', now }))
  }
  const owner = await agents.where('role', '=', 'owner').executeTakeFirst()
  return owner ?? (await insertAgent(database, { appId, name: 'Owner', email: null, role: 'owner', now }))
}

const nameOf = (address: string): string => address.split('@')[0] ?? address
