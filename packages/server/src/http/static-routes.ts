import { resolve } from 'node:path'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { cors } from 'hono/cors'
import { etag } from 'hono/etag'
import { createMiddleware } from 'hono/factory'
import { helpPath } from '../content/content.ts'
import { defaultCdnDir, defaultInboxDir } from '../options/default-folders.ts'
import type { Services } from './services.ts'
import { staticFiles } from './static-files.ts'

const inboxPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  // Avatars of agents come from wherever their addresses say.
  "img-src 'self' data: https:",
  "font-src 'self'",
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ')

/** An SVG of the help centre that somebody opens by itself runs nothing on the inbox's origin. */
const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** A chunk of the widget: its hash is short, because the names of all of them are in widget.js. */
const chunkName = /-[\w-]{5,7}\.js$/

const withHeaders = (headers: Readonly<Record<string, string>>) =>
  createMiddleware(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) context.header(name, value)
  })

/** The help centres, the widget's files and the inbox. */
export function createStaticRoutes({ options, apps }: Services) {
  const routes = new Hono()
  const open = [
    cors({ origin: '*' }),
    withHeaders({ 'content-security-policy': filePolicy, 'cross-origin-resource-policy': 'cross-origin' }),
  ] as const
  routes.use('/help/*', ...open, compress(), etag())
  for (const [id, app] of apps) {
    const { helpDir } = app.options
    if (helpDir === undefined) continue
    routes.get(`${helpPath(id)}*`, staticFiles({ folder: resolve(helpDir), prefix: `/help/${id}` }))
  }
  const cdnDir = options.cdnDir ?? defaultCdnDir()
  routes.use('/cdn/*', ...open, compress(), etag())
  if (cdnDir !== undefined) {
    routes.get('/cdn/*', staticFiles({ folder: resolve(cdnDir), prefix: '/cdn', hashedName: chunkName }))
  }
  const inboxDir = options.inboxDir ?? defaultInboxDir()
  routes.use(
    '/inbox/*',
    withHeaders({ 'content-security-policy': inboxPolicy, 'referrer-policy': 'no-referrer' }),
    compress(),
    etag(),
  )
  if (inboxDir !== undefined) {
    routes.get('/inbox/*', staticFiles({ folder: resolve(inboxDir), prefix: '/inbox', fallback: '/index.html' }))
  }
  routes.get('/inbox/*', (context) => context.text('The inbox is not built. Run `pnpm build`, or set INBOX_DIR.', 503))
  routes.get('/inbox', (context) => context.redirect('/inbox/'))
  routes.get('/', (context) => context.redirect('/inbox/'))
  return routes
}
