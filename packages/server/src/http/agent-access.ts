import { TransportError } from '@docent/protocol'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { AgentActor } from '../commands/agent/agent-actor.ts'
import { findSession, sessionLifetimeMs } from '../identity/agent-sessions.ts'
import type { Services } from './services.ts'

export interface AgentVariables {
  Variables: { readonly actor: AgentActor }
}

const cookieName = 'docent_agent'
const cookiePath = '/v1/agent'

export function giveCookie(context: Context, services: Services, token: string): void {
  setCookie(context, cookieName, token, {
    path: cookiePath,
    httpOnly: true,
    sameSite: 'Strict',
    secure: services.publicUrl.startsWith('https:'),
    maxAge: sessionLifetimeMs / 1000,
  })
}

export const takeCookie = (context: Context): void => void deleteCookie(context, cookieName, { path: cookiePath })

/**
 * A request that changes something comes from the inbox itself: a type that no form can send, and no foreign origin. The
 * cookie is SameSite=Strict besides.
 */
export const refuseForgery = (services: Services) =>
  createMiddleware(async (context, next) => {
    const { method } = context.req
    if (method === 'GET' || method === 'HEAD') return await next()
    const origin = context.req.header('origin')
    const own = [new URL(services.publicUrl).host, context.req.header('host')]
    const isForeign = origin !== undefined && !(URL.canParse(origin) && own.includes(new URL(origin).host))
    if (isForeign || context.req.header('sec-fetch-site') === 'cross-site') {
      throw new TransportError('forbidden', 'Agents act from the inbox of this server only.')
    }
    const type = context.req.path.endsWith('/uploads') ? 'application/octet-stream' : 'application/json'
    if (context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() !== type) {
      throw new TransportError('invalid', `Send \`content-type: ${type}\`.`)
    }
    return await next()
  })

export const agentAccess = (services: Services) =>
  createMiddleware<AgentVariables>(async (context, next) => {
    const token = getCookie(context, cookieName)
    const session = token === undefined ? undefined : await findSession(services.store, token)
    if (!session || !services.apps.has(session.agent.app_id) || token === undefined) {
      throw new TransportError(
        'auth-rejected',
        'Sign in first: open a sign-in link, or use e-mail address and password.',
      )
    }
    if (session.hasMoved) giveCookie(context, services, token)
    context.set('actor', { agent: session.agent, sessionHash: session.sessionHash })
    await next()
  })
