import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { build } from 'vite'
import { createTicketSystem, type TicketSystem } from './ticket-system.ts'

export interface Example {
  readonly url: string
  readonly system: TicketSystem
  close(): Promise<void>
}

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Docent on a ticket system</title>
<h1>Docent on a ticket system</h1>
<p>The launcher in the corner talks to four REST routes of this server.</p>
<script type="module" src="/page.js"></script>
`
/** As strict as a page can be, to show that it works. */
const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

/** The ticket system, and a page that carries Docent. */
export async function startExample(port: number): Promise<Example> {
  const system = createTicketSystem()
  const scripts = await bundlePage()
  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/tickets')) return system.answer(request)
    const script = scripts.get(pathname)
    if (script !== undefined) return new Response(script, { headers: { 'content-type': 'text/javascript' } })
    if (pathname !== '/') return new Response('Nothing here', { status: 404 })
    return new Response(page, { headers: { 'content-type': 'text/html', 'content-security-policy': policy } })
  }
  const server = createAdaptorServer({ fetch: answer }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    system,
    async close() {
      system.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** What the bundler of any app would do. By name: the page's script and its chunks. */
async function bundlePage(): Promise<ReadonlyMap<string, string>> {
  const root = import.meta.dirname
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: { input: `${root}/page.ts`, output: { entryFileNames: '[name].js' } },
    },
  })
  if (!('output' in built)) throw new Error('The bundler watched instead of building')
  return new Map(built.output.map((file) => [`/${file.fileName}`, 'code' in file ? file.code : String(file.source)]))
}
