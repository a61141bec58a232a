import { type Id, TransportError } from '@docent/protocol'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { findVisitor, type VisitorRow } from '../records/visitors.ts'
import type { Unit } from '../store/store.ts'
import type { App, Services } from './services.ts'

export interface VisitorVariables {
  Variables: { readonly app: App; readonly visitor: VisitorRow }
}

export function getApp(services: Services, id: Id | undefined): App {
  const app = id === undefined ? undefined : services.apps.get(id)
  if (app) return app
  throw new TransportError(
    'not-found',
    `There is no app "${String(id).slice(0, 64)}" on this server. Check the app's id.`,
  )
}

/** A browser of a foreign page is refused, whatever it knows. */
export function refuseForeignOrigin(context: Context, { options }: App): void {
  const origin = context.req.header('origin')
  if (origin === undefined || options.origins === undefined || options.origins.includes(origin)) return
  throw new TransportError('forbidden', `The origin ${origin} is not among the app's \`origins\`.`)
}

/** Who asks, by the access token. A visitor who was erased may only repeat commands: their answers are kept. */
export const visitorAccess = (services: Services) =>
  createMiddleware<VisitorVariables>(async (context, next) => {
    const [scheme, token] = (context.req.header('authorization') ?? '').split(' ')
    if (scheme?.toLowerCase() !== 'bearer' || !token) {
      throw new TransportError('auth-expired', 'An access token is needed. Ask for one with POST /v1/session.')
    }
    const { visitorId, appId } = await services.accessTokens.verify(token)
    const app = getApp(services, appId)
    refuseForeignOrigin(context, app)
    const visitor = await findVisitor(services.store.database, appId, visitorId)
    if (!visitor)
      throw new TransportError('auth-rejected', 'This visitor is not known here. Begin anew with POST /v1/session.')
    if (!context.req.path.endsWith('/commands')) refuseGone(visitor)
    context.set('app', app)
    context.set('visitor', visitor)
    await next()
  })

function refuseGone(visitor: VisitorRow): void {
  if (visitor.erased_at !== null)
    throw new TransportError('auth-rejected', 'This visitor was erased. Begin anew with POST /v1/session.')
  if (visitor.merged_into !== null)
    throw new TransportError('auth-expired', 'This visitor has signed in. Ask for a new session with a `token`.')
}

/** The visitor inside the transaction: between the check above and now they may have gone. */
export async function loadVisitor(unit: Unit, id: Id): Promise<VisitorRow> {
  const visitor = await findVisitor(unit.database, unit.appId, id)
  if (!visitor) throw new TransportError('auth-rejected', 'This visitor is not known here.')
  refuseGone(visitor)
  return visitor
}
