import { type Id, TransportError } from '@docent/protocol'
import { errors, jwtVerify, SignJWT } from 'jose'

/** Who a request says it is, for 15 minutes. */
export interface AccessClaims {
  readonly visitorId: Id
  readonly appId: Id
}

export interface AccessTokens {
  issue(claims: AccessClaims): Promise<{ readonly token: string; readonly expiresAt: number }>
  verify(token: string): Promise<AccessClaims>
}

const lifetimeMs = 15 * 60_000
const issuer = 'docent'
const audience = 'docent-visitor'

export function createAccessTokens(key: Uint8Array): AccessTokens {
  return {
    async issue({ visitorId, appId }) {
      const expiresAt = Date.now() + lifetimeMs
      const token = await new SignJWT({ app: appId })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(visitorId)
        .setExpirationTime(Math.floor(expiresAt / 1000))
        .sign(key)
      return { token, expiresAt }
    },
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          issuer,
          audience,
          requiredClaims: ['sub', 'exp', 'app'],
        })
        return { visitorId: String(payload.sub), appId: String(payload.app) }
      } catch (error) {
        // Any other token is one of an older key or a made-up one: a new session mends the first.
        const message =
          error instanceof errors.JWTExpired ? 'The access token ran out.' : 'The access token is not valid.'
        throw new TransportError('auth-expired', `${message} Ask for a new one with POST /v1/session.`)
      }
    },
  }
}
