import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { sql } from 'kysely'
import { createOpenApi } from '../openapi/create-openapi.ts'
import { createAgentRoutes, signInSchema } from './agent-routes.ts'
import { createContentRoutes } from './content-routes.ts'
import { answerError, answerNotFound } from './error-answer.ts'
import { createFileRoutes } from './file-routes.ts'
import { addressOf, takeTurn } from './requests.ts'
import type { Services } from './services.ts'
import { createStaticRoutes } from './static-routes.ts'
import { createVisitorRoutes, sessionSchema } from './visitor-routes.ts'

const visitorPaths = [
  '/v1/session',
  '/v1/commands',
  '/v1/queries/*',
  '/v1/events',
  '/v1/hints',
  '/v1/uploads',
  '/v1/files/*',
  '/v1/content/*',
]
const dayInSeconds = 24 * 60 * 60

/** All routes. The agents' have no CORS headers: only the inbox on this origin talks to them. */
export function createApp(services: Services): Hono {
  const { log, store, limits, options } = services
  const app = new Hono()
  app.onError(answerError(log))
  app.notFound(answerNotFound)
  app.use(async (context, next) => {
    context.header('x-content-type-options', 'nosniff')
    await next()
  })
  for (const path of visitorPaths) app.use(path, visitorCors(services))
  app.use('/v1/*', async (context, next) => {
    // What is for one person is in no cache between; what is for everyone says so itself.
    context.header('cache-control', 'no-store')
    takeTurn(limits.requests, addressOf(context, options.trustProxy), 'requests')
    await next()
  })
  app.get('/healthz', async (context) => {
    await sql`select 1`.execute(store.database)
    return context.json({ ok: true })
  })
  const document = createOpenApi(sessionSchema, signInSchema)
  app.get('/v1/openapi.json', cors({ origin: '*' }), (context) => context.json(document))
  app.route('/v1/content', createContentRoutes(services))
  app.route('/v1/files', createFileRoutes(services))
  app.route('/v1/agent', createAgentRoutes(services))
  app.route('/v1', createVisitorRoutes(services))
  app.route('/', createStaticRoutes(services))
  return app
}

/** Never with credentials: a visitor is known by their token, not by a cookie. */
function visitorCors({ apps }: Services) {
  const origins = [...apps.values()].map(({ options }) => options.origins)
  const known = new Set(origins.flatMap((list) => list ?? []))
  return cors({
    origin: origins.includes(undefined) ? '*' : (origin) => (known.has(origin) ? origin : null),
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['authorization', 'content-type', 'if-none-match'],
    exposeHeaders: ['etag', 'retry-after'],
    maxAge: dayInSeconds,
  })
}
