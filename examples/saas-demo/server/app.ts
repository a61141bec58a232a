import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { createApi } from './api.ts'
import type { Deps, Env } from './env.ts'
import { createPage, type PageOptions, pageHeaders } from './page.ts'

/** The whole of Paperlane: API, built files, and one page for every other address. */
export function createApp(deps: Deps, options: PageOptions) {
  const page = createPage(options)
  return new Hono<Env>()
    .route('/api', createApi(deps))
    .use('/assets/*', keepForever, serveStatic({ root: options.pagesDir }))
    .get('/icon.svg', serveStatic({ root: options.pagesDir }))
    .get('/assets/*', (context) => context.text('There is no such file.', 404))
    .get('*', pageHeaders(options), (context) => {
      context.header('cache-control', 'no-cache')
      return context.html(page(context.var.secureHeadersNonce ?? ''))
    })
}

/** Their names contain a hash of their content. */
const keepForever = createMiddleware(async (context, next) => {
  await next()
  if (context.res.ok) context.header('cache-control', 'public, max-age=31536000, immutable')
})
