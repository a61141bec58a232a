import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type ChaosProxy, createChaosProxy } from '@docent/testkit/chaos-proxy'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly token: string
  readonly body: Readonly<Record<string, unknown>>
  /** Aborts when the asker is gone. */
  readonly signal: AbortSignal
}
export interface Answered {
  readonly status?: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A double of a backend on a real port, with a network in front of it that can be cut. */
export interface ServedDouble {
  /** Through the proxy. */
  readonly port: number
  readonly proxy: ChaosProxy
  readonly server: Server
  close(): Promise<void>
}

export async function serveDouble(answer: (asked: Asked) => Answered | Promise<Answered>): Promise<ServedDouble> {
  const server = createServer(async (request, response) => {
    const ended = new AbortController()
    response.on('close', () => ended.abort())
    const { pathname, searchParams } = new URL(String(request.url), 'http://double')
    const sent = await text(request).catch(() => '')
    const {
      status = 200,
      body,
      headers,
    } = await answer({
      ...{ method: String(request.method), path: pathname, query: searchParams, signal: ended.signal },
      token: request.headers.authorization?.replace('Bearer ', '') ?? '',
      body: sent === '' ? {} : JSON.parse(sent),
    })
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy = await createChaosProxy({ target: { port: (server.address() as AddressInfo).port } })
  return {
    port: proxy.port,
    proxy,
    server,
    async close() {
      await proxy.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
