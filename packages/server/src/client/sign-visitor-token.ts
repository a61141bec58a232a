import type { Traits } from '@docent/protocol'
import { importJWK, importPKCS8, SignJWT } from 'jose'

export interface VisitorTokenOptions {
  /** HS256: the secret. The others: the private key as PEM (PKCS #8) or as a JWK in JSON. Never send it to a browser. */
  readonly key: string
  /** Default HS256. The server's `tokenKeys` entry names the same. */
  readonly algorithm?: 'HS256' | 'RS256' | 'ES256' | 'EdDSA'
  /** `id` of the key in `tokenKeys`, when the app has several. */
  readonly keyId?: string
  /** The app, as in `data-app`. */
  readonly app: string
  /** Your id of the user: the same visitor on every device. */
  readonly id: string
  readonly name?: string
  readonly email?: string
  readonly traits?: Traits
  /** Default 300; at most 3600. The widget asks for a fresh one when it needs it. */
  readonly expiresInSeconds?: number
}

const defaultLifetimeSeconds = 300
const maxLifetimeSeconds = 3600

/**
 * Signs a token that says who a visitor is. Call it in your backend, for the user of the session, and hand the result to
 * `docent.identify(visitor, () => fetchToken())`.
 * @example
 * const token = await signVisitorToken({ key: process.env.DOCENT_KEY, app: 'acme', id: user.id, email: user.email })
 */
export async function signVisitorToken(options: VisitorTokenOptions): Promise<string> {
  const {
    algorithm = 'HS256',
    app,
    id,
    name,
    email,
    traits,
    keyId,
    expiresInSeconds = defaultLifetimeSeconds,
  } = options
  if (!(expiresInSeconds > 0 && expiresInSeconds <= maxLifetimeSeconds)) {
    throw new RangeError(`expiresInSeconds must be above 0 and at most ${maxLifetimeSeconds}, not ${expiresInSeconds}.`)
  }
  if (id === '') throw new TypeError('id must be the id of the user in your system, not empty.')
  return await new SignJWT({
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(traits && { traits }),
  })
    .setProtectedHeader({ alg: algorithm, typ: 'JWT', ...(keyId !== undefined && { kid: keyId }) })
    .setSubject(id)
    .setAudience(app)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + Math.floor(expiresInSeconds))
    .sign(await importKey(algorithm, options.key))
}

function importKey(algorithm: NonNullable<VisitorTokenOptions['algorithm']>, key: string) {
  if (algorithm === 'HS256') return new TextEncoder().encode(key)
  if (key.trim().startsWith('{')) return importJWK(JSON.parse(key), algorithm)
  return importPKCS8(key, algorithm)
}
