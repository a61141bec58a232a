import { TransportError } from '@docent/protocol'
import { type Context, Hono } from 'hono'
import type { Services } from './services.ts'
import { getApp, refuseForeignOrigin } from './visitor-access.ts'

/** `/v1/content/*`: what is the same for everyone, without a visitor in the address or the answer, so caches may keep it. */
export function createContentRoutes(services: Services) {
  const routes = new Hono()
  const appOf = (context: Context) => {
    const app = getApp(services, context.req.query('app'))
    refuseForeignOrigin(context, app)
    return app
  }
  routes.get('/config', (context) => {
    const { version, value } = appOf(context).content.config()
    return answer(context, version, value)
  })
  routes.get('/articles', async (context) => {
    const articles = await appOf(context).content.articles()
    if (!articles)
      throw new TransportError(
        'not-found',
        'This app publishes no articles. Set `helpDir` to what `docent build` wrote.',
      )
    return answer(context, articles.version, articles)
  })
  routes.get('/guides', async (context) => {
    const guides = await appOf(context).content.guides()
    if (!guides)
      throw new TransportError(
        'not-found',
        'This app publishes no definitions. Set `definitionsFile` to JSON with them.',
      )
    return answer(context, guides.version, guides)
  })
  return routes
}

function answer(context: Context, version: string, value: object): Response {
  const etag = `"${encodeURIComponent(version)}"`
  context.header('etag', etag)
  context.header('cache-control', 'public, no-cache')
  if (
    context.req
      .header('if-none-match')
      ?.split(/,\s*/)
      .some((tag) => tag.replace(/^W\//, '') === etag)
  )
    return context.body(null, 304)
  return context.json(value)
}
