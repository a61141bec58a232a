import type { Capabilities } from '@docent/protocol'
import { TransportError } from '@docent/protocol'
import { type AdaptedTransport, adapt } from '../adapt/adapt.ts'
import { textChat } from '../adapt/capabilities.ts'
import { enterRoom, type RoomState } from './enter-room.ts'

export interface XmppOptions {
  /** The server's WebSocket: `wss://chat.acme.com/xmpp-websocket`. */
  readonly url: string
  /** The domain of anonymous accounts: `visitors.acme.com`. */
  readonly domain: string
  /** The service that has rooms with an archive: `rooms.acme.com`. */
  readonly rooms: string
  /** Who is invited into each new room: `['support@acme.com']`. */
  readonly team: readonly string[]
  /** What the visitor is called in the room, with some letters that tell devices apart. Default: `Visitor`. */
  readonly nick?: string
  /** Default: the platform's. Node 20 has none: `import { WebSocket } from 'ws'`. */
  readonly WebSocket?: typeof WebSocket
}

export type XmppTransport = AdaptedTransport

const capabilities: Capabilities = {
  ...textChat,
  resume: 'cursor',
  idempotency: 'echo',
  hints: ['typing'],
  linkBound: ['perform', 'hint'],
}

/**
 * The transport to an XMPP server over WebSocket: a visitor is an anonymous account in a room of their own, whose name nobody
 * else can guess, and which keeps what was said. The team uses any XMPP client.
 * @example xmpp({ url: 'wss://chat.acme.com/xmpp-websocket', domain: 'visitors.acme.com', rooms: 'rooms.acme.com', team: ['support@acme.com'] })
 */
export function xmpp(options: XmppOptions): XmppTransport {
  const { nick = 'Visitor', WebSocket = globalThis.WebSocket, ...service } = options
  return adapt({
    name: 'xmpp',
    capabilities,
    async open(session, sink, signal) {
      if (session.getToken)
        throw new TransportError(
          'auth-rejected',
          'The XMPP transport knows anonymous visitors only: identify() without a token',
        )
      const state = (session.state as unknown as RoomState | undefined) ?? newRoom(service.rooms)
      return enterRoom({ ...service, nick, WebSocket, state, cursor: session.cursor, sink, signal })
    },
  })
}

/** Whoever knows the room's name may enter it, so it has 256 bits that are nobody's but the visitor's. */
function newRoom(service: string): RoomState {
  const conversationId = `support-${hex(8)}`
  return { conversationId, room: `${conversationId}-${hex(32)}@${service}` }
}

const hex = (bytes: number): string =>
  [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
