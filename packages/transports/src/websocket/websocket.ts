import type { Transport } from '@docent/protocol'
import { http } from '../http/http.ts'
import type { SocketConnection } from './socket-connection.ts'

export interface WebSocketOptions {
  /** Where docent-server is: `https://support.acme.com`. Empty: where the page came from. */
  readonly url: string
  /** The app whose content is asked for. Default: `default`. */
  readonly app?: string
  /** For content, which is a plain GET that any cache may answer, and for files. Default: the platform's. */
  readonly fetch?: typeof fetch
  /** Default: the platform's. Node 20 has none: `import { WebSocket } from 'ws'`. */
  readonly WebSocket?: typeof WebSocket
}

/**
 * The transport to Docent's own server by one WebSocket, for networks in which streams of `fetch` do not get through and long
 * polls are too slow. Where both work, `http` is the better choice: it needs no open connection to send a message.
 * The page's policy must allow the `wss:` address in `connect-src`. Who the visitor is goes in the first frame, never in an address.
 * @example createDocent({ transport: websocket({ url: 'https://support.acme.com' }), features: [chat()] })
 */
export function websocket(options: WebSocketOptions): Transport {
  const { url, fetch = globalThis.fetch, WebSocket = globalThis.WebSocket } = options
  const base = url.replace(/\/?$/, '/v1/')
  const content = http(options)
  let connection: SocketConnection | undefined
  const connected = async (): Promise<SocketConnection> => {
    const module = await import('./socket-connection.ts')
    connection ??= module.createSocketConnection({ base, fetch, WebSocket })
    return connection
  }
  return {
    name: 'websocket',
    connect: async (...call) => (await connected()).connect(...call),
    perform: async (...call) => (await connected()).perform(...call),
    query: async (name, input, signal) =>
      name === 'content' ? content.query(name, input, signal) : (await connected()).query(name, input, signal),
    upload: async (...call) => (await connected()).upload(...call),
    hint: (hint) => connection?.hint(hint),
  }
}
