import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { signDocentToken } from './docent-token.ts'
import type { Deps, Env } from './env.ts'
import { problem } from './problem.ts'
import { accountRoutes } from './routes/account.ts'
import { billingRoutes } from './routes/billing.ts'
import { clientRoutes } from './routes/clients.ts'
import { companyRoutes } from './routes/company.ts'
import { invoiceRoutes } from './routes/invoices.ts'
import { memberRoutes } from './routes/members.ts'
import { tokenRoutes } from './routes/tokens.ts'
import { requireSession } from './session.ts'

const maxBodyBytes = 256 * 1024

/** Everything under `/api`: JSON in, JSON out, a `Problem` for whatever fails. */
export function createApi(deps: Deps) {
  const tooLarge = () => {
    throw problem(413, 'body-too-large', 'The request is over 256 kB.')
  }
  const signedIn = new Hono<Env>()
    .use(requireSession(deps))
    .route('/clients', clientRoutes(deps))
    .route('/invoices', invoiceRoutes(deps))
    .route('/members', memberRoutes(deps))
    .route('/billing', billingRoutes(deps))
    .route('/company', companyRoutes(deps))
    .route('/tokens', tokenRoutes(deps))
    .get('/docent-token', async (context) => {
      const { person, company } = context.var
      return context.json({ token: await signDocentToken(deps.tokenKey, person, company) })
    })
  return new Hono()
    .use(bodyLimit({ maxSize: maxBodyBytes, onError: tooLarge }))
    .use(async (context, next) => {
      await next()
      context.header('cache-control', 'no-store')
    })
    .route('/', accountRoutes(deps))
    .route('/', signedIn)
    .all('*', () => {
      throw problem(404, 'route-unknown', 'The API has no such address.')
    })
    .onError((error) => {
      if (error instanceof HTTPException) return error.getResponse()
      console.error(error)
      return problem(
        500,
        'server-failed',
        'Paperlane failed on its side. Nothing was changed; try again.',
      ).getResponse()
    })
}
