import { type Id, TransportError } from '@docent/protocol'
import { decodeProtectedHeader, errors, importJWK, importSPKI, type JWTPayload, jwtVerify } from 'jose'
import { z } from 'zod'
import { parseJson, withoutEmpty } from '../base/json.ts'
import { createStartError } from '../base/start-error.ts'
import { email, name, traits } from '../commands/shared-schemas.ts'
import type { AppOptions, TokenKey } from '../options/server-options.ts'
import type { Facts } from '../records/visitors.ts'

/** What the customer's backend vouches for. */
export interface SignedVisitor {
  readonly externalId: string
  readonly facts: Facts
}
export type VerifyVisitorToken = (token: string) => Promise<SignedVisitor>

const maxLifetimeSeconds = 60 * 60
const clockToleranceSeconds = 60
const maxSubjectLength = 200

type VerificationKey = Awaited<ReturnType<typeof importSPKI>> | Uint8Array

/** Reads the app's keys once. Each is bound to its algorithm: a token cannot choose how it is checked. */
export async function createVisitorTokenVerifier(app: AppOptions): Promise<VerifyVisitorToken> {
  const keys = await Promise.all(
    (app.tokenKeys ?? []).map(async (key) => ({ ...key, imported: await importKey(app.id, key) })),
  )
  return async (token) => {
    if (keys.length === 0) {
      throw new TransportError(
        'auth-rejected',
        `The app "${app.id}" has no \`tokenKeys\`, so it cannot sign visitors in.`,
      )
    }
    const { alg, kid } = readHeader(token)
    const candidates = keys.filter(
      (key) => key.algorithm === alg && (kid === undefined || key.id === undefined || key.id === kid),
    )
    let failure: unknown
    for (const { algorithm, imported } of candidates) {
      try {
        const { payload } = await jwtVerify(token, imported, {
          algorithms: [algorithm],
          requiredClaims: ['sub', 'exp'],
          clockTolerance: clockToleranceSeconds,
        })
        return readClaims(app.id, payload)
      } catch (error) {
        failure = error
        if (!(error instanceof errors.JWSSignatureVerificationFailed)) break
      }
    }
    throw toRefusal(failure)
  }
}

async function importKey(appId: Id, { id, algorithm, key }: TokenKey): Promise<VerificationKey> {
  if (algorithm === 'HS256') return new TextEncoder().encode(key)
  try {
    if (key.trim().startsWith('{')) return await importJWK(parseJson<Record<string, string>>(key), algorithm)
    return await importSPKI(key, algorithm)
  } catch (error) {
    const message = `apps.${appId}.tokenKeys${id === undefined ? '' : `.${id}`}: the key cannot be read as a public ${algorithm} key (PEM or JWK).`
    throw createStartError('option-invalid', message, error)
  }
}

function readHeader(token: string): { alg?: string; kid?: string } {
  try {
    return withoutEmpty(decodeProtectedHeader(token)) as { alg?: string; kid?: string }
  } catch {
    throw new TransportError('auth-rejected', 'The token is not a JWT.')
  }
}

const claimsSchema = z.object({
  name: name.optional().catch(undefined),
  email: email.optional().catch(undefined),
  traits: traits.optional(),
})

function readClaims(appId: Id, payload: JWTPayload): SignedVisitor {
  const { sub, exp = 0, aud } = payload
  const refuse = (why: string) => new TransportError('auth-rejected', `The token is refused: ${why}`)
  if (exp > Date.now() / 1000 + maxLifetimeSeconds + clockToleranceSeconds)
    throw refuse('`exp` lies more than an hour ahead.')
  if (typeof sub !== 'string' || sub === '' || sub.length > maxSubjectLength || sub.includes('\u0000')) {
    throw refuse(`\`sub\` must be the visitor's id, 1 to ${maxSubjectLength} characters.`)
  }
  if (aud !== undefined && ![aud].flat().includes(appId)) throw refuse(`\`aud\` must be "${appId}".`)
  const claims = claimsSchema.safeParse(payload)
  if (!claims.success) throw refuse('`traits` must be an object of at most 16 kB.')
  return { externalId: sub, facts: withoutEmpty(claims.data) }
}

function toRefusal(error: unknown): TransportError {
  if (error instanceof TransportError) return error
  if (error instanceof errors.JWTExpired)
    return new TransportError('auth-expired', 'The token ran out. Get a fresh one.')
  if (error instanceof errors.JWTClaimValidationFailed) {
    return new TransportError('auth-rejected', `The token is refused: \`${error.claim}\` is missing or wrong.`)
  }
  return new TransportError('auth-rejected', 'The token is not signed with a key of this app.')
}
