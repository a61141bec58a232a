import { type Cursor, maxCommandBytes, maxCommandsPerBatch, TransportError } from '@docent/protocol'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { agentCommands } from '../commands/agent/agent-commands.ts'
import { parseInput } from '../commands/command-definition.ts'
import { performCommands } from '../commands/perform-commands.ts'
import { endSession, type SignedIn, signInByLink, signInByPassword } from '../identity/agent-sessions.ts'
import { agentCapabilities } from '../identity/capabilities.ts'
import { findCursor } from '../identity/open-session.ts'
import { takeAgentHints } from '../live/hints.ts'
import { agentQueries } from '../queries/agent-queries.ts'
import { answerQuery } from '../queries/query-definition.ts'
import { type AgentRow, findAgent, toAgent } from '../records/agents.ts'
import { type AgentVariables, agentAccess, giveCookie, refuseForgery, takeCookie } from './agent-access.ts'
import { readCommands } from './error-answer.ts'
import { answerEvents } from './events-answer.ts'
import { addressOf, limitBody, readObject, takeTurn } from './requests.ts'
import type { Services } from './services.ts'
import { answerUpload } from './upload-answer.ts'
import { getApp } from './visitor-access.ts'

const maxBatchBytes = maxCommandsPerBatch * maxCommandBytes * 2
const maxSmallBytes = 64 * 1024

export const signInSchema = z.union(
  [
    z.object({ link: z.string().min(1).max(200) }),
    z.object({ email: z.string().max(254), password: z.string().max(200) }),
  ],
  { error: 'must be { link } or { email, password }' },
)

/** `/v1/agent/*` for the inbox. */
export function createAgentRoutes(services: Services) {
  const { store, log, limits, presence } = services
  const routes = new Hono<AgentVariables>()
  routes.use(refuseForgery(services))
  routes.post('/session', limitBody(maxSmallBytes), async (context) => {
    const { agent, token } = await signIn(context, services)
    giveCookie(context, services, token)
    return context.json(await describeSession(services, agent, undefined))
  })
  routes.use(agentAccess(services))
  routes.get('/session', async (context) =>
    context.json(await describeSession(services, context.var.actor.agent, context.req.query('cursor'))),
  )
  routes.delete('/session', async (context) => {
    await endSession(store, context.var.actor)
    takeCookie(context)
    return context.body(null, 204)
  })
  routes.post('/commands', limitBody(maxBatchBytes), async (context) => {
    const { agent, sessionHash } = context.var.actor
    const commands = readCommands(await readObject(context), maxCommandsPerBatch)
    const results = await performCommands(
      {
        store,
        log,
        appId: agent.app_id,
        actorId: agent.id,
        definitions: agentCommands,
        async loadActor(unit) {
          const current = await findAgent(unit.database, unit.appId, agent.id)
          if (!current) throw new TransportError('auth-rejected', 'This agent is gone.')
          return { agent: current, sessionHash }
        },
        takeTurn: () => limits.commands.take(agent.id),
      },
      commands,
    )
    return context.json({ results })
  })
  routes.post('/queries/:name', limitBody(maxSmallBytes), async (context) => {
    const { agent } = context.var.actor
    const { content } = getApp(services, agent.app_id)
    const asking = { store, appId: agent.app_id, actor: { agent, presence, links: services.fileLinks, content } }
    return context.json(await answerQuery(agentQueries, context.req.param('name'), asking, await readObject(context)))
  })
  routes.get('/events', (context) => {
    const { id, app_id: appId } = context.var.actor.agent
    return answerEvents(context, services, { appId, stream: 'agents', actorId: id, kind: 'agent', greeting: [] })
  })
  routes.post('/uploads', async (context) => {
    const { id: ownerId, app_id: appId } = context.var.actor.agent
    takeTurn(limits.uploads, ownerId, 'uploads')
    return context.json(await answerUpload(context, services, { appId, ownerId, quotaBytes: Infinity }))
  })
  routes.post('/hints', limitBody(maxSmallBytes), async (context) => {
    const { id, app_id: appId } = context.var.actor.agent
    await takeAgentHints(store, appId, id, await readObject(context))
    return context.body(null, 204)
  })
  return routes
}

/** Attempts are counted for the address they come from, and for the account they try. */
async function signIn(context: Context, { store, limits, options, apps }: Services): Promise<SignedIn> {
  takeTurn(limits.signIns, addressOf(context, options.trustProxy), 'attempts to sign in')
  const given = parseInput(signInSchema, await readObject(context))
  if ('email' in given) takeTurn(limits.signIns, given.email.trim().toLowerCase(), 'attempts to sign in')
  const signedIn =
    'link' in given ? await signInByLink(store, given.link) : await signInByPassword(store, given.email, given.password)
  if (apps.has(signedIn.agent.app_id)) return signedIn
  throw new TransportError('auth-rejected', 'The app of this agent is not on this server any more.')
}

/** The answer of `/v1/agent/session`. */
async function describeSession({ store }: Services, agent: AgentRow, after: Cursor | undefined) {
  const { cursor, resumed } = await findCursor(store, agent.app_id, after)
  return {
    agent: toAgent(agent),
    hasPassword: agent.password_hash !== null,
    app: agent.app_id,
    capabilities: agentCapabilities(),
    cursor,
    resumed,
    serverNow: Date.now(),
  }
}
