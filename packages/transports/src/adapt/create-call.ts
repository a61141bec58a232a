import { TransportError, type TransportErrorCode } from '@docent/protocol'
import { createDeadline } from '../http/deadline.ts'
import { toFailure } from '../http/failure.ts'

export interface CallOptions {
  /** Ends the call. */
  readonly signal: AbortSignal
  /** Default: `POST` with a body, else `GET`. */
  readonly method?: string
  /** Sent as JSON. */
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
  /** Default: 30,000. */
  readonly timeoutMs?: number
}

/** Asks for JSON. Rejects with nothing but a `TransportError`. */
export type Call = <T>(path: string, options: CallOptions) => Promise<T>

export interface CallSettings {
  /** What stands in front of every path. */
  readonly url: string
  /** Default: the platform's. */
  readonly fetch?: typeof fetch
  /** What the backend's own body says of an error, where it says more than the status. */
  readonly explain?: (body: unknown) => Explanation | undefined
}
export interface Explanation {
  readonly code?: TransportErrorCode
  readonly message?: string
  readonly retryAfterMs?: number
}

const codes: Partial<Record<number, TransportErrorCode>> = {
  401: 'auth-expired',
  403: 'forbidden',
  404: 'not-found',
  410: 'not-found',
  413: 'too-large',
  429: 'rate-limited',
}
/** A proxy, a captive portal or a timeout of the server: worth trying again. */
const passing = [408, 421, 425]

/**
 * `fetch` for adapters: JSON in and out, a time limit, and errors that say whether another attempt makes sense.
 * @example const call = createCall({ url: 'https://tickets.example' }); await call('/tickets', { signal, body: {} })
 */
export function createCall({ url, fetch = globalThis.fetch, explain = () => undefined }: CallSettings): Call {
  return async <T>(path: string, options: CallOptions): Promise<T> => {
    const { signal, body, headers, timeoutMs = 30_000, method = body ? 'POST' : 'GET' } = options
    const deadline = createDeadline(signal, timeoutMs)
    try {
      const response = await fetch(url + path, {
        method,
        signal: deadline.signal,
        credentials: 'omit',
        headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as T
      throw errorOf(response, text, explain)
    } catch (cause) {
      throw toFailure(cause)
    } finally {
      deadline.end()
    }
  }
}

function errorOf({ status, headers }: Response, text: string, explain: (body: unknown) => Explanation | undefined) {
  const body = parse(text)
  const { code, message, retryAfterMs = Number(headers.get('retry-after')) * 1000 } = explain(body) ?? {}
  const isRefusal = status >= 400 && status < 500 && !passing.includes(status)
  const general = codes[status] ?? (isRefusal ? 'invalid' : 'unavailable')
  return new TransportError(code ?? general, message ?? `HTTP ${status}`, {
    outcome: isRefusal ? 'not-applied' : 'unknown',
    cause: body,
    ...(retryAfterMs > 0 && { retryAfterMs }),
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
