import { type Millis, TransportError, type TransportErrorCode, type WireError } from '@docent/protocol'

/** Where an answer has no error of ours in it (a proxy, a captive portal, another server): worth trying again, but for these. */
const codes: Partial<Record<number, TransportErrorCode>> = { 413: 'too-large', 429: 'rate-limited' }

/** The error in an answer. What the server refused (4xx) it did not do. */
export function errorOf(status: number, wire: Partial<WireError> = {}, delayMs?: Millis): TransportError {
  const code = wire.code ?? codes[status] ?? 'unavailable'
  const retryAfterMs = wire.retryAfterMs ?? delayMs
  return new TransportError(code, wire.message ?? `HTTP ${status}`, {
    outcome: status < 500 ? 'not-applied' : 'unknown',
    ...(retryAfterMs && { retryAfterMs }),
  })
}

/** The error that an answer other than 2xx means. `Retry-After` is in seconds, or a date. */
export async function failureOf(response: Response): Promise<TransportError> {
  const body = await response.json().catch(() => undefined)
  const retryAfter = response.headers.get('retry-after') ?? ''
  return errorOf(response.status, body?.error, Number(retryAfter) * 1000 || Date.parse(retryAfter) - Date.now())
}

/** Whatever broke a request. The server may have got it nevertheless. */
export function toFailure(cause: unknown): TransportError {
  if (cause instanceof TransportError) return cause
  const { name, message } = cause as Error
  const isOffline = globalThis.navigator?.onLine === false
  const code = name === 'AbortError' ? 'timeout' : isOffline ? 'offline' : 'unavailable'
  return new TransportError(code, message, { outcome: 'unknown', cause })
}
