import { type Capabilities, type Hello, type Transport, TransportError, type VisitorVocabulary } from '@docent/protocol'
import { createCalls } from '../http/calls.ts'
import type { Door } from '../http/door.ts'
import { toFailure } from '../http/failure.ts'
import { createVisitorSession, type VisitorSession } from '../http/visitor-session.ts'
import { type OpenSocket, openSocket } from './open-socket.ts'

export type SocketConnection = Required<Pick<Transport, 'connect' | 'perform' | 'query' | 'hint' | 'upload'>>
type Call = Pick<Door, 'call'>

export interface SocketSettings {
  /** The address in front of every path, with a slash at its end. */
  readonly base: string
  readonly fetch: typeof fetch
  readonly WebSocket: typeof WebSocket
}

/** Who is connected, and by which socket. */
interface Connected {
  readonly session: VisitorSession
  readonly socket: Call
}

/** Without a socket nothing can be sent; files, which go by `fetch`, need the access that it keeps fresh. */
const linkBound = ['perform', 'query', 'upload', 'hint'] as const satisfies Capabilities['linkBound']

/** All of the transport that needs a visitor: loaded with the first call that does. */
export function createSocketConnection({ base, fetch, WebSocket }: SocketSettings): SocketConnection {
  let connected: Connected | undefined
  const access = (): Connected => {
    if (connected) return connected
    throw new TransportError('unavailable', 'Not connected: connect first')
  }
  const door: Omit<Door, 'open'> = {
    options: { base, fetch, credentials: 'omit', authorize: async (refused) => access().session.token(refused) },
    async call<T>(path: string, signal: AbortSignal, body?: object): Promise<T> {
      const { session, socket } = access()
      const token = await session.token()
      try {
        return await socket.call(path, signal, body)
      } catch (cause) {
        if (toFailure(cause).code !== 'auth-expired') throw cause
        await session.token(token)
        return socket.call(path, signal, body)
      }
    },
  }
  return {
    ...createCalls<VisitorVocabulary>(door),
    async connect(request, sink, signal): Promise<Hello> {
      let socket: OpenSocket | undefined
      try {
        const opened = await openSocket({ base, WebSocket, signal, sink })
        socket = opened
        const session = createVisitorSession(socket, request, signal)
        const { visitor, capabilities, cursor, resumed, serverNow, handedOver } = await session.open()
        connected = { session, socket }
        // One macrotask later, so that `connect` has resolved before the first event.
        setTimeout(() => opened.listen(cursor))
        const hello = {
          capabilities: { ...capabilities, linkBound },
          resumed,
          cursor,
          state: { ...visitor },
          serverNow,
        }
        return handedOver ? { ...hello, handedOver } : hello
      } catch (cause) {
        socket?.close()
        throw toFailure(cause)
      }
    },
  }
}
