import { once } from 'node:events'
import { createServer } from 'node:http'

/** A page of a customer, on an origin of its own. */
export interface HostPage {
  readonly url: string
  close(): Promise<void>
}

export interface HostPageOptions {
  /** Inside `<body>`; `{docent}` is the address of the server. */
  readonly body: string
  readonly docent: string
  readonly headers?: Readonly<Record<string, string>>
  readonly head?: string
  /** `/sw.js`: the host's service worker. */
  readonly worker?: string
}

/** The two lines of the README. */
export const scriptTag = (attributes = 'data-app="e2e"', nonce = ''): string => `
<script${nonce}>window.Docent ??= function () { (Docent.q ??= []).push(arguments) }</script>
<script async${nonce} src="{docent}/cdn/loader.js" data-server="{docent}" ${attributes}></script>`

export async function serveHostPage({
  body,
  head = '',
  docent,
  headers = {},
  worker = '',
}: HostPageOptions): Promise<HostPage> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Host page</title>${head}</head><body>${body}</body></html>`
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') return void response.writeHead(204).end()
    if (request.url === '/sw.js') return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(worker)
    const filled = Object.entries(headers).map(([name, value]) => [name, value.replaceAll('{docent}', docent)])
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...Object.fromEntries(filled) })
    response.end(html.replaceAll('{docent}', docent))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
