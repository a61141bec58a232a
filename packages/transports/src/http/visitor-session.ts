import { type Session, type SessionAnswer, type SessionRequest, TransportError } from '@docent/protocol'
import type { Door } from './door.ts'
import { toFailure } from './failure.ts'

/** One visitor's access to the server. The token stays in memory. */
export interface VisitorSession {
  /** Proves who the visitor is, or gets a new one made. */
  open(): Promise<SessionAnswer>
  /** A token that is good for a while; never the refused one. One request however many ask. */
  token(refused?: string): Promise<string>
}

type Why = 'first' | 'expired' | 'rejected'

/** @param door without authorization. @param signal the connection's: with it ends whatever is under way. */
export function createVisitorSession(door: Pick<Door, 'call'>, session: Session, signal: AbortSignal): VisitorSession {
  let visitor = session.state as SessionAnswer['visitor'] | undefined
  let token = ''
  let renewAt = 0
  let renewing: Promise<unknown> | undefined

  async function request(why: Why): Promise<SessionAnswer> {
    const signed = await session.getToken?.(why)
    const body: SessionRequest = {
      app: session.app,
      ...(visitor && { visitor }),
      ...(signed !== undefined && { token: signed }),
      ...(session.handover && why === 'first' && { handover: session.handover }),
      ...(session.cursor && { cursor: session.cursor }),
    }
    const answer = await door.call<SessionAnswer>('session', signal, body)
    if (!answer?.accessToken) throw new TransportError('protocol', 'No access token in the answer')
    visitor = answer.visitor
    token = answer.accessToken
    // By this device's clock, when nine tenths of its life are over.
    renewAt = Date.now() + (answer.expiresAt - answer.serverNow) * 0.9
    return answer
  }
  /** The host page's token may have run out, or its key been changed, since it was made: it is asked for one more. */
  async function open(why: Why): Promise<SessionAnswer> {
    try {
      return await request(why)
    } catch (cause) {
      const failure = toFailure(cause)
      if (!session.getToken || !failure.code.startsWith('auth')) throw failure
      return request(failure.code === 'auth-expired' ? 'expired' : 'rejected')
    }
  }
  return {
    open: () => open('first'),
    async token(refused) {
      if (token === refused || Date.now() > renewAt) {
        renewing ??= open('expired').finally(() => {
          renewing = undefined
        })
        await renewing
      }
      return token
    },
  }
}
