import { existsSync } from 'node:fs'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, MiddlewareHandler } from 'hono'

/** `name-4f9a2b1c.js`: a name with a hash of its content never changes what it holds. */
const anyHashedName = /[.-][\w-]{8,}\.\w+$/

interface StaticOptions {
  readonly folder: string
  /** The part of the path before the file's, `/help/acme`. */
  readonly prefix: string
  /** For paths that are no file: the page of a single-page app. */
  readonly fallback?: string
  /** Which names have a hash of their content in them, and are kept by browsers for good. */
  readonly hashedName?: RegExp
}

/** Serves a folder, which may be built after the server has started. Where `name.js.br` lies beside a file, it goes out instead. */
export function staticFiles({
  folder,
  prefix,
  fallback,
  hashedName = anyHashedName,
}: StaticOptions): MiddlewareHandler {
  let handlers: MiddlewareHandler[] | undefined
  const onFound = (path: string, context: Context) => {
    const isHashed = hashedName.test(path.replace(/\.br$/, ''))
    context.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  }
  const build = (): MiddlewareHandler[] => [
    serveStatic({
      root: folder,
      rewriteRequestPath: (path) => path.slice(prefix.length),
      onFound,
      precompressed: true,
    }),
    ...(fallback === undefined ? [] : [serveStatic({ root: folder, rewriteRequestPath: () => fallback, onFound })]),
  ]
  return async (context, next) => {
    if (!handlers && existsSync(folder)) handlers = build()
    const isFile = /\.\w+$/.test(context.req.path)
    for (const [index, handler] of (handlers ?? []).entries()) {
      if (index > 0 && isFile) break
      const response = await handler(context, async () => {})
      if (response) return response
    }
    return await next()
  }
}
