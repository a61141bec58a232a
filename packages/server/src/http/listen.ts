import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { createAdaptorServer } from '@hono/node-server'
import { createStartError } from '../base/start-error.ts'

export interface Door {
  readonly port: number
  /** From now on requests are answered; those that came before have waited. */
  answer(fetch: Fetch): void
  /** Hands over requests for a WebSocket. Before, they are answered as the plain requests that they also are. */
  onUpgrade(upgrade: Upgrade): void
  /** Takes no more connections, lets requests that run finish for a moment, then closes all. */
  stop(): Promise<void>
}

type Upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => void
type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

/** Takes the port first: whether it is free, and which one it is, others need to know before there is anything to answer. */
export function listen({ host, port }: { readonly host: string; readonly port: number }): Promise<Door> {
  let answer: (fetch: Fetch) => void = () => {}
  const ready = new Promise<Fetch>((resolve) => {
    answer = resolve
  })
  const server = createAdaptorServer({ fetch: async (request, env) => (await ready)(request, env) }) as Server
  const stop = prepareStop(server)
  const onUpgrade = (upgrade: Upgrade) => void server.on('upgrade', upgrade)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const message =
        error.code === 'EADDRINUSE'
          ? `Port ${port} on ${host} is taken. Stop the other program, or set PORT to a free one.`
          : `Cannot listen on ${host}:${port} (${error.code ?? error.message}). Check HOST and PORT.`
      reject(createStartError('port-in-use', message, error))
    })
    server.listen(port, host, () => resolve({ port: (server.address() as AddressInfo).port, answer, onUpgrade, stop }))
  })
}

const patienceMs = 2000

/** Browsers hold connections open on which nothing was asked yet, so requests are counted, not connections. */
function prepareStop(server: Server): () => Promise<void> {
  let running = 0
  let onQuiet = () => {}
  server.on('request', (_, response) => {
    running += 1
    response.once('close', () => {
      running -= 1
      if (running === 0) onQuiet()
    })
  })
  return () =>
    new Promise((resolve) => {
      const closeAll = () => server.closeAllConnections()
      const patience = setTimeout(closeAll, patienceMs)
      server.close(() => {
        clearTimeout(patience)
        resolve()
      })
      onQuiet = closeAll
      if (running === 0) closeAll()
    })
}
