import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { currentPlan } from '../shared/plans.ts'
import type { Role } from '../shared/records.ts'
import { personOfApiToken, personOfSession, type SignedIn, startSession } from './data/people.ts'
import type { Deps, Env } from './env.ts'
import { problem } from './problem.ts'

export const sessionCookie = 'paperlane_session'

export async function openSession(context: Context, deps: Deps, personId: string): Promise<void> {
  const { secret, maxAgeS } = await startSession(deps.store, personId, deps.now())
  const secure = new URL(context.req.url).protocol === 'https:'
  setCookie(context, sessionCookie, secret, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: maxAgeS, secure })
}

/** Who asks: by the cookie of the pages, or by `authorization: Bearer` with a personal API token. */
export async function findSignedIn(context: Context, deps: Deps): Promise<SignedIn | undefined> {
  const bearer = /^Bearer (\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
  if (bearer) return signedInByToken(deps, bearer)
  const secret = getCookie(context, sessionCookie)
  return secret ? personOfSession(deps.store, secret, deps.now()) : undefined
}

async function signedInByToken(deps: Deps, token: string): Promise<SignedIn> {
  const found = await personOfApiToken(deps.store, token)
  if (!found) throw problem(401, 'token-unknown', 'This API token is not valid. It may have been removed in Settings.')
  if (currentPlan(found.company, deps.now()).hasApi) return found
  throw problem(402, 'plan-without-api', 'The API is part of Pro and Business. Change the plan under Billing.')
}

export function requireSession(deps: Deps) {
  return createMiddleware<Env>(async (context, next) => {
    const signedIn = await findSignedIn(context, deps)
    if (!signedIn) throw problem(401, 'not-signed-in', 'Sign in first, or send an API token.')
    context.set('person', signedIn.person)
    context.set('company', signedIn.company)
    await next()
  })
}

/** @param what what the role may not do, as in “invite people” */
export function requireRole(what: string, ...roles: readonly Role[]) {
  return createMiddleware<Env>(async (context, next) => {
    if (!roles.includes(context.var.person.role)) {
      const who = roles.includes('admin') ? 'Only the owner and admins can' : 'Only the owner can'
      throw problem(403, 'role-too-small', `${who} ${what}. Ask one of them.`)
    }
    await next()
  })
}
