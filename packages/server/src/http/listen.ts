import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createStartError } from '../base/start-error.ts'

export interface Listening {
  readonly port: number
  /** Takes no more connections, lets requests that run finish for a moment, then closes all. */
  stop(): Promise<void>
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

export function listen(
  fetch: Fetch,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch }) as Server
  const stop = prepareStop(server)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const message =
        error.code === 'EADDRINUSE'
          ? `Port ${port} on ${host} is taken. Stop the other program, or set PORT to a free one.`
          : `Cannot listen on ${host}:${port} (${error.code ?? error.message}). Check HOST and PORT.`
      reject(createStartError('port-in-use', message, error))
    })
    server.listen(port, host, () => resolve({ port: (server.address() as AddressInfo).port, stop }))
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
