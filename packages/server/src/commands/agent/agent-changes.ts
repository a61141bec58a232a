import { type Id, TransportError } from '@docent/protocol'
import { z } from 'zod'
import { withoutEmpty } from '../../base/json.ts'
import { hashPassword } from '../../identity/password.ts'
import { toAgent, updateAgent } from '../../records/agents.ts'
import { findVisitor } from '../../records/visitors.ts'
import { type Unit, visitorStream } from '../../store/store.ts'
import { type CommandContext, type CommandDefinition, defineCommand, parseInput } from '../command-definition.ts'
import { maxNameLength, maxPasswordLength, minPasswordLength } from '../limits.ts'
import { email, id, line, name, webUrl, words } from '../shared-schemas.ts'
import type { AgentActor, AgentInput } from './agent-actor.ts'

type Nothing = Record<string, never>

const surfaceSchema: z.ZodType<AgentInput<'surface-request'>> = z.object({
  visitorId: id,
  feature: words(maxNameLength),
  id,
  reason: line(maxNameLength),
})
export const surfaceRequest = defineCommand<AgentActor, AgentInput<'surface-request'>, Nothing>(
  surfaceSchema,
  async ({ unit }, { visitorId, feature, id: surfaceId, reason }) => {
    const visitor = await findVisitor(unit.database, unit.appId, visitorId)
    if (!visitor || visitor.erased_at !== null || visitor.merged_into !== null) {
      throw new TransportError('not-found', 'There is no such visitor.')
    }
    unit.emit(visitorStream(visitorId), { type: 'surface-requested', feature, id: surfaceId, reason }, visitorId)
    return {}
  },
)

const password = z
  .string()
  .min(minPasswordLength, `must have at least ${minPasswordLength} characters`)
  .max(maxPasswordLength, `must have at most ${maxPasswordLength} characters`)
const updateSchema: z.ZodType<AgentInput<'agent-update'>> = z
  .object({
    name: name.exactOptional(),
    email: email.exactOptional(),
    password: password.exactOptional(),
    avatarUrl: webUrl.exactOptional(),
  })
  .refine((input) => Object.keys(input).length > 0, 'must name what to change: name, email, password or avatarUrl')
/** Agents change themselves. The password is hashed before the batch, which must not wait for it. */
export const agentUpdate: CommandDefinition<AgentActor> = {
  schema: updateSchema,
  async prepare(input) {
    const parsed = parseInput(updateSchema, input)
    const passwordHash = parsed.password === undefined ? undefined : await hashPassword(parsed.password)
    return (context) => applyUpdate(context, parsed, passwordHash)
  },
}

async function applyUpdate(
  { unit, actor }: CommandContext<AgentActor>,
  input: AgentInput<'agent-update'>,
  passwordHash: string | undefined,
): Promise<Nothing> {
  const address = input.email?.toLowerCase()
  if (address !== undefined) await refuseTakenAddress(unit, actor.agent.id, address)
  const change = { name: input.name, email: address, avatar_url: input.avatarUrl, password_hash: passwordHash }
  const row = await updateAgent(unit.database, actor.agent.id, withoutEmpty(change))
  // A new password ends the agent's other sessions.
  if (passwordHash !== undefined) {
    await unit.database
      .deleteFrom('agent_session')
      .where('agent_id', '=', row.id)
      .where('token_hash', '<>', actor.sessionHash)
      .execute()
    unit.signal({ type: 'revoked', actorId: row.id })
  }
  unit.emit('agents', { type: 'agent-changed', agent: toAgent(row) })
  return {}
}

async function refuseTakenAddress(unit: Unit, agentId: Id, address: string): Promise<void> {
  const other = await unit.database
    .selectFrom('agent')
    .select('id')
    .where('app_id', '=', unit.appId)
    .where('email', '=', address)
    .where('id', '<>', agentId)
    .executeTakeFirst()
  if (other) throw new TransportError('invalid', 'input.email: another agent has this address. Use one of your own.')
}
