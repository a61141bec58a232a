import { type Id, TransportError } from '@docent/protocol'
import { hashSecret, randomSecret } from '../base/ids.ts'
import type { AgentActor } from '../commands/agent/agent-actor.ts'
import type { AgentRow } from '../records/agents.ts'
import type { Database, Store } from '../store/store.ts'
import { passwordMatches } from './password.ts'

const dayMs = 24 * 60 * 60_000
export const sessionLifetimeMs = 30 * dayMs
/** The end moves on with use, but is not written with every request. */
const slideAfterMs = dayMs

/** A new session of an agent: the token goes into the cookie, only its hash is stored. */
async function startSession(database: Database, agentId: Id, now: number): Promise<string> {
  const token = randomSecret()
  await database
    .insertInto('agent_session')
    .values({ token_hash: hashSecret(token), agent_id: agentId, created_at: now, expires_at: now + sessionLifetimeMs })
    .execute()
  return token
}

export interface SignedIn {
  readonly agent: AgentRow
  readonly token: string
}

/** A link is used once. Two who open it at the same time: the first is in, the second is told. */
export async function signInByLink(store: Store, link: string): Promise<SignedIn> {
  const tokenHash = hashSecret(link)
  const owner = await store.database
    .selectFrom('sign_in_link')
    .innerJoin('agent', 'agent.id', 'sign_in_link.agent_id')
    .select('agent.app_id')
    .where('sign_in_link.token_hash', '=', tokenHash)
    .executeTakeFirst()
  const refusal = new TransportError(
    'auth-rejected',
    'This sign-in link was used or ran out. Get a new one: docent-server sign-in-link',
  )
  if (!owner) throw refusal
  return await store.write(owner.app_id, async ({ database, now }) => {
    const used = await database
      .updateTable('sign_in_link')
      .set({ used_at: now })
      .where('token_hash', '=', tokenHash)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('agent_id')
      .executeTakeFirst()
    if (!used) throw refusal
    const agent = await database
      .selectFrom('agent')
      .selectAll()
      .where('id', '=', used.agent_id)
      .executeTakeFirstOrThrow()
    return { agent, token: await startSession(database, agent.id, now) }
  })
}

/** One address may have accounts in several apps: the password decides. */
export async function signInByPassword(store: Store, email: string, password: string): Promise<SignedIn> {
  const agents = await store.database
    .selectFrom('agent')
    .selectAll()
    .where('email', '=', email.trim().toLowerCase())
    .execute()
  for (const agent of agents.length > 0 ? agents : [undefined]) {
    if (!(await passwordMatches(password, agent?.password_hash ?? null)) || !agent) continue
    const token = await store.write(agent.app_id, ({ database, now }) => startSession(database, agent.id, now))
    return { agent, token }
  }
  throw new TransportError('auth-rejected', 'The e-mail address or the password is wrong.')
}

/** The agent of a session. `hasMoved`: its end moved on, so the cookie must too. */
export async function findSession(
  store: Store,
  token: string,
): Promise<(AgentActor & { hasMoved: boolean }) | undefined> {
  const sessionHash = hashSecret(token)
  const now = Date.now()
  const session = await store.database
    .selectFrom('agent_session')
    .selectAll()
    .where('token_hash', '=', sessionHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!session) return undefined
  const agent = await store.database
    .selectFrom('agent')
    .selectAll()
    .where('id', '=', session.agent_id)
    .executeTakeFirst()
  if (!agent) return undefined
  const hasMoved = session.expires_at - now < sessionLifetimeMs - slideAfterMs
  if (hasMoved) {
    await store.write(agent.app_id, ({ database }) =>
      database
        .updateTable('agent_session')
        .set({ expires_at: now + sessionLifetimeMs })
        .where('token_hash', '=', sessionHash)
        .execute(),
    )
  }
  return { agent, sessionHash, hasMoved }
}

export const endSession = (store: Store, { agent, sessionHash }: AgentActor): Promise<void> =>
  store.write(agent.app_id, async ({ database, signal }) => {
    await database.deleteFrom('agent_session').where('token_hash', '=', sessionHash).execute()
    signal({ type: 'revoked', actorId: agent.id })
  })
