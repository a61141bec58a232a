import { createDeadline } from './deadline.ts'
import { failureOf, toFailure } from './failure.ts'

/** No answer takes longer, in ms: a link that is half open must not hold a message back for ever. */
const answerTimeoutMs = 30_000

export type Fetch = typeof fetch

export interface DoorOptions {
  readonly fetch: Fetch
  /** The address in front of every path, with a slash at its end. */
  readonly base: string
  readonly credentials: RequestCredentials
  /** The token to show; asked again, with the token that was refused, when the server says `auth-expired`. */
  readonly authorize?: (refused?: string) => Promise<string>
}

/** The way to one server. */
export interface Door {
  /** What it was made of, for what `fetch` cannot do. */
  readonly options: DoorOptions
  /** The answer, if it is one of 2xx. With a body it is a POST. */
  open(path: string, signal: AbortSignal, body?: object): Promise<Response>
  /** The answer's JSON. Rejects with nothing but a `TransportError`. */
  call<T>(path: string, signal: AbortSignal, body?: object): Promise<T>
}

export function createDoor(options: DoorOptions): Door {
  const { fetch, base, credentials, authorize } = options
  async function open(path: string, signal: AbortSignal, body?: object, refused?: string): Promise<Response> {
    const token = await authorize?.(refused)
    const response = await fetch(base + path, {
      credentials,
      signal,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })
    if (response.ok) return response
    const failure = await failureOf(response)
    if (failure.code !== 'auth-expired' || !token || refused) throw failure
    return open(path, signal, body, token)
  }
  return {
    options,
    open,
    async call(path, signal, body) {
      const deadline = createDeadline(signal, answerTimeoutMs)
      try {
        return await (await open(path, deadline.signal, body)).json()
      } catch (error) {
        throw toFailure(error)
      } finally {
        deadline.end()
      }
    },
  }
}
