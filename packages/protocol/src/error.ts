import type { Millis } from './primitives.ts'

/**
 * Why a transport could not do what it was asked.
 * `unsupported` means the backend does not declare the capability; the interface hides it.
 */
export type TransportErrorCode =
  | 'offline'
  | 'timeout'
  | 'unavailable'
  | 'rate-limited'
  | 'auth-expired'
  | 'auth-rejected'
  | 'forbidden'
  | 'not-found'
  | 'conversation-closed'
  | 'too-large'
  | 'invalid'
  | 'unsupported'
  | 'protocol'
  | 'internal'

/** May the same command be sent again, and when? */
export type RetryAdvice = 'backoff' | 'after-auth' | 'never'

/** Whatever is not here makes no sense a second time. */
const advice: Partial<Record<TransportErrorCode, RetryAdvice>> = {
  offline: 'backoff',
  timeout: 'backoff',
  unavailable: 'backoff',
  'rate-limited': 'backoff',
  internal: 'backoff',
  'auth-expired': 'after-auth',
}

export interface TransportErrorDetails {
  /** `unknown`: the backend may have stored it before the answer was lost. */
  readonly outcome?: 'not-applied' | 'unknown'
  /** How long the backend asks to wait, in ms. */
  readonly retryAfterMs?: Millis
  readonly cause?: unknown
}

/**
 * The one rejection of every transport method. It answers both questions a retry needs: may I, and may it have happened already.
 * @example throw new TransportError('rate-limited', 'Too many messages; wait 3 s', { retryAfterMs: 3000 })
 */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly outcome: 'not-applied' | 'unknown'
  readonly retryAfterMs: number | undefined
  constructor(
    readonly code: TransportErrorCode,
    message: string = code,
    details: TransportErrorDetails = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.outcome = details.outcome ?? 'not-applied'
    this.retryAfterMs = details.retryAfterMs
  }
  get retry(): RetryAdvice {
    return advice[this.code] ?? 'never'
  }
}

/** Anything thrown by a transport as a {@link TransportError}; what is not one becomes `internal` with an unknown outcome. */
export function toTransportError(error: unknown): TransportError {
  if (error instanceof TransportError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new TransportError('internal', message, { outcome: 'unknown', cause: error })
}
