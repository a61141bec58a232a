import { type Capabilities, TransportError } from '@docent/protocol'
import { type AdaptedTransport, adapt } from '../adapt/adapt.ts'
import { textChat } from '../adapt/capabilities.ts'
import { createHomeserver } from './homeserver.ts'
import { openAccount } from './open-account.ts'
import { openRoom } from './open-room.ts'

/** A visitor's account and room. A type and not an interface, so that it is data. */
export type MatrixAccount = { readonly userId: string; readonly accessToken: string; readonly roomId: string }

export interface MatrixOptions {
  /** `https://matrix.acme.com` */
  readonly homeserver: string
  /** Who is invited into each new room: `['@support:acme.com']`. */
  readonly team: readonly string[]
  /** What the room is called. Default: `Support`. */
  readonly roomName?: string
  /**
   * Makes the account and the room, on your backend for example, with the host page's token where it signs visitors in. Default: the
   * homeserver's open registration (`m.login.dummy`), and a private room that the team is invited to.
   */
  readonly account?: (signal: AbortSignal, token?: string) => Promise<MatrixAccount>
  /** Default: the platform's. */
  readonly fetch?: typeof fetch
}

const capabilities = (canSignIn: boolean): Capabilities => ({
  ...textChat,
  resume: 'cursor',
  idempotency: 'echo',
  commands: ['message-send', 'conversation-read'],
  hints: ['typing'],
  receipts: { delivered: false, read: true },
  identity: canSignIn ? ['anonymous', 'signed'] : ['anonymous'],
  linkBound: ['perform'],
})

/**
 * The transport to a Matrix homeserver by the client-server API: a visitor has an account and one room, in which the team answers
 * with any Matrix client.
 * @example matrix({ homeserver: 'https://matrix.acme.com', team: ['@support:acme.com'] })
 */
export function matrix(options: MatrixOptions): AdaptedTransport {
  const { homeserver, team, roomName = 'Support', fetch = globalThis.fetch } = options
  const server = createHomeserver(homeserver, fetch)
  const account = options.account ?? ((signal: AbortSignal) => openAccount({ server, team, roomName, signal }))
  return adapt({
    name: 'matrix',
    capabilities: capabilities(options.account !== undefined),
    async open(session, sink, signal) {
      const { getToken } = session
      if (getToken && !options.account)
        throw new TransportError(
          'auth-rejected',
          'Signed-in visitors need the option `account` of the Matrix transport',
        )
      const known = session.state as MatrixAccount | undefined
      const state = getToken ? await account(signal, await getToken('first')) : (known ?? (await account(signal)))
      return openRoom({ server, account: state, cursor: session.cursor, sink, signal })
    },
  })
}
