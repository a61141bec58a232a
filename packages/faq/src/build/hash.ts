import { createHash } from 'node:crypto'

/** Ten hex digits of SHA-256: names a file after its content, so that it may be cached for ever. */
export const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 10)

/** File names made by a build; everything else in the output folder belongs to somebody else. */
export const isHashedName = (name: string): boolean =>
  /\.[0-9a-f]{10}\.(json|png|jpe?g|gif|webp|svg|mp4|webm|vtt)$/.test(name)
