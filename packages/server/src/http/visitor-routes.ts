import { maxCommandBytes, maxCommandsPerBatch, type SessionRequest } from '@docent/protocol'
import { Hono } from 'hono'
import { z } from 'zod'
import { parseInput } from '../commands/command-definition.ts'
import { performCommands } from '../commands/perform-commands.ts'
import { visitorCommands } from '../commands/visitor/visitor-commands.ts'
import { openSession } from '../identity/open-session.ts'
import { takeVisitorHints } from '../live/hints.ts'
import { answerQuery } from '../queries/query-definition.ts'
import { visitorQueries } from '../queries/visitor-queries.ts'
import { visitorStream } from '../store/store.ts'
import { readCommands } from './error-answer.ts'
import { answerEvents } from './events-answer.ts'
import { addressOf, limitBody, readObject, takeTurn } from './requests.ts'
import type { Services } from './services.ts'
import { answerUpload } from './upload-answer.ts'
import { getApp, loadVisitor, refuseForeignOrigin, type VisitorVariables, visitorAccess } from './visitor-access.ts'

const maxBatchBytes = maxCommandsPerBatch * maxCommandBytes * 2
const maxSmallBytes = 64 * 1024

export const sessionSchema: z.ZodType<SessionRequest> = z.object({
  app: z.string(),
  visitor: z.object({ id: z.string().max(100), secret: z.string().max(200) }).exactOptional(),
  token: z.string().max(16_384).exactOptional(),
  handover: z.object({ token: z.string().max(200), from: z.string().max(300) }).exactOptional(),
  cursor: z.string().max(200).exactOptional(),
})

/** `/v1/*` for widgets. */
export function createVisitorRoutes(services: Services) {
  const { store, log, limits, options, accessTokens } = services
  const routes = new Hono<VisitorVariables>()
  routes.post('/session', limitBody(maxSmallBytes), async (context) => {
    takeTurn(limits.sessions, addressOf(context, options.trustProxy), 'sessions')
    const request = parseInput(sessionSchema, await readObject(context))
    const app = getApp(services, request.app)
    refuseForeignOrigin(context, app)
    const { capabilities, verifyToken } = app
    context.header('cache-control', 'no-store')
    return context.json(
      await openSession({ store, appId: request.app, accessTokens, verifyToken, capabilities }, request),
    )
  })
  const access = visitorAccess(services)
  routes.post('/commands', access, limitBody(maxBatchBytes), async (context) => {
    const { app, visitor } = context.var
    const { id, app_id: appId } = visitor
    const commands = readCommands(await readObject(context), maxCommandsPerBatch)
    const results = await performCommands(
      {
        store,
        log,
        appId,
        actorId: id,
        definitions: visitorCommands,
        loadActor: async (unit) => ({ ...(await loadVisitor(unit, id)), hasBot: app.bot !== undefined }),
        takeTurn: () => limits.commands.take(id),
      },
      commands,
    )
    return context.json({ results })
  })
  routes.post('/queries/:name', access, limitBody(maxSmallBytes), async (context) => {
    const { visitor, app } = context.var
    const { content, options: appOptions } = app
    const actor = { visitor, content, links: services.fileLinks, origins: appOptions.origins }
    const asking = { store, appId: visitor.app_id, actor }
    return context.json(await answerQuery(visitorQueries, context.req.param('name'), asking, await readObject(context)))
  })
  routes.get('/events', access, (context) => {
    const { visitor } = context.var
    const { id, app_id: appId } = visitor
    const greeting = [services.presenceNews.of(visitor)]
    return answerEvents(context, services, { appId, stream: visitorStream(id), actorId: id, kind: 'visitor', greeting })
  })
  routes.post('/uploads', access, async (context) => {
    const { id: ownerId, app_id: appId } = context.var.visitor
    takeTurn(limits.uploads, addressOf(context, options.trustProxy), 'uploads')
    const quotaBytes = options.limits.uploadBytesPerVisitor
    return context.json(await answerUpload(context, services, { appId, ownerId, quotaBytes }))
  })
  routes.post('/hints', access, limitBody(maxSmallBytes), async (context) => {
    await takeVisitorHints(store, context.var.visitor, await readObject(context))
    return context.body(null, 204)
  })
  return routes
}
