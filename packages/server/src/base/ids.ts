import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 128 random bits: ids are handed out, never guessed. */
export const randomId = (): string => randomBytes(16).toString('base64url')

/** 256 random bits, for whatever proves who somebody is. */
export const randomSecret = (): string => randomBytes(32).toString('base64url')

/** How a secret is stored. The secrets are random and long, so a fast hash is enough. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** Compares in a time that tells nothing. */
export function secretMatches(secret: string, storedHash: string | null): boolean {
  if (storedHash === null) return false
  const left = Buffer.from(hashSecret(secret))
  const right = Buffer.from(storedHash)
  return left.length === right.length && timingSafeEqual(left, right)
}
