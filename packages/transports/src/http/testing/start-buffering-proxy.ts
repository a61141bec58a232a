import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A reverse proxy that passes an answer on when it has all of it, as some do by default: a stream never gets through. */
export interface BufferingProxy {
  readonly url: string
  /** What it was asked, in order. */
  readonly paths: readonly string[]
  close(): Promise<void>
}

/** @param answersHead the head of an answer goes out at once, and only its body is held back. */
export async function startBufferingProxy(target: string, answersHead: boolean): Promise<BufferingProxy> {
  const paths: string[] = []
  const relay = (answer: IncomingMessage, response: ServerResponse) => {
    const { 'content-length': _, 'transfer-encoding': __, ...headers } = answer.headers
    response.writeHead(answer.statusCode ?? 502, headers)
    if (answersHead) response.flushHeaders()
    buffer(answer).then(
      (body) => response.end(body),
      () => response.destroy(),
    )
  }
  const server = createServer((incoming, response) => {
    const { method, url, headers } = incoming
    paths.push(String(url))
    const outgoing = request(target + url, { method, headers })
    incoming.pipe(outgoing)
    outgoing.on('response', (answer) => relay(answer, response))
    outgoing.on('error', () => response.destroy())
    response.on('close', () => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    paths,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
