import { TransportError, type TransportErrorCode, type WireError } from '@docent/protocol'

const statuses = {
  invalid: 400,
  protocol: 400,
  'auth-expired': 401,
  'auth-rejected': 401,
  forbidden: 403,
  'not-found': 404,
  'conversation-closed': 409,
  'too-large': 413,
  unsupported: 422,
  'rate-limited': 429,
  internal: 500,
  unavailable: 503,
  offline: 503,
  timeout: 504,
} as const satisfies Record<TransportErrorCode, number>

export type ErrorStatus = (typeof statuses)[TransportErrorCode]

/** The HTTP status that goes with a code. */
export const statusOf = (code: TransportErrorCode): ErrorStatus => statuses[code]

/** What a client may know of an error: never a stack, never what the database said. */
export function toWireError(error: unknown): WireError {
  if (!(error instanceof TransportError)) {
    return { code: 'internal', message: 'Something broke on the server. It was logged; try again.' }
  }
  const { code, message, retryAfterMs } = error
  return retryAfterMs === undefined ? { code, message } : { code, message, retryAfterMs }
}
