import { isObject, TransportError, type TransportErrorCode } from '@docent/protocol'
import { type Call, type CallOptions, createCall, type Explanation } from '../adapt/create-call.ts'

/** The client-server API of one homeserver. */
export interface Homeserver {
  /** @param path below `/_matrix/client/v3`. */
  call<T>(path: string, options: CallOptions & { readonly accessToken?: string }): Promise<T>
  /** Registers by the first flow that needs nothing but a dummy stage. */
  register(signal: AbortSignal): Promise<{ readonly user_id: string; readonly access_token: string }>
}

const codes: Readonly<Record<string, TransportErrorCode>> = {
  M_UNKNOWN_TOKEN: 'auth-rejected',
  M_MISSING_TOKEN: 'auth-rejected',
  M_USER_DEACTIVATED: 'auth-rejected',
  M_FORBIDDEN: 'forbidden',
  M_NOT_FOUND: 'not-found',
  M_TOO_LARGE: 'too-large',
  M_LIMIT_EXCEEDED: 'rate-limited',
}

const explain = (body: unknown): Explanation | undefined => {
  if (!isObject(body)) return undefined
  const code = codes[String(body.errcode)]
  return {
    ...(code && { code }),
    ...(typeof body.error === 'string' && { message: body.error }),
    ...(typeof body.retry_after_ms === 'number' && { retryAfterMs: body.retry_after_ms }),
  }
}

export function createHomeserver(url: string, fetch: typeof globalThis.fetch): Homeserver {
  const call: Call = createCall({ url: `${url.replace(/\/$/, '')}/_matrix/client/v3`, fetch, explain })
  return {
    call: (path, { accessToken, ...options }) =>
      call(path, {
        ...options,
        headers: { ...options.headers, ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }) },
      }),
    async register(signal) {
      const body = { password: crypto.randomUUID() + crypto.randomUUID(), initial_device_display_name: 'Docent' }
      const session = await call('/register', { signal, body }).then(noStages, sessionOf)
      return call('/register', { signal, body: { ...body, auth: { type: 'm.login.dummy', session } } })
    },
  }
}

const noStages = (): never => {
  throw new TransportError('protocol', 'The homeserver registered without asking for anything')
}

/** The first answer to a registration is a refusal that says what is to be done. */
function sessionOf(error: TransportError): unknown {
  const { cause } = error
  if (!isObject(cause) || !Array.isArray(cause.flows)) throw error
  const isOpen = cause.flows.some(({ stages }) => Array.isArray(stages) && String(stages) === 'm.login.dummy')
  if (isOpen) return cause.session
  throw new TransportError(
    'auth-rejected',
    'The homeserver has no open registration. Give the Matrix transport the option `account`.',
  )
}
