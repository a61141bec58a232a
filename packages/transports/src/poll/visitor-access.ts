import { type Json, type Session, TransportError } from '@docent/protocol'
import { toFailure } from '../http/failure.ts'

/** Who the visitor is, asked once, and once more when the API says that it no longer knows. */
export interface VisitorAccess<Visitor> {
  open(): Promise<Visitor>
  /** Calls the API as the visitor. */
  use<T>(call: (visitor: Visitor) => Promise<T>): Promise<T>
}

type Why = Parameters<NonNullable<Session['getToken']>>[0]

export function createVisitorAccess<Visitor extends Json>(
  session: Session,
  signal: AbortSignal,
  begin: (signal: AbortSignal, token?: string) => Promise<Visitor>,
): VisitorAccess<Visitor> {
  const { getToken } = session
  let visitor = session.state as Visitor | undefined
  let renewing: Promise<Visitor> | undefined
  const renew = async (why: Why): Promise<Visitor> => {
    visitor = getToken ? await begin(signal, await getToken(why)) : await begin(signal)
    return visitor
  }
  const open = async (): Promise<Visitor> => (visitor === undefined || getToken ? renew('first') : visitor)
  return {
    open,
    async use(call) {
      const current = visitor ?? (await open())
      try {
        return await call(current)
      } catch (cause) {
        const failure = toFailure(cause)
        if (failure.code !== 'auth-expired') throw failure
        // Without a token there is nothing to renew with: whoever was remembered here is not known any more.
        if (!getToken) throw new TransportError('auth-rejected', failure.message)
        renewing ??= renew('expired').finally(() => {
          renewing = undefined
        })
        return call(await renewing)
      }
    },
  }
}
