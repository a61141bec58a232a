import { isUnspaced } from '../fold.ts'

/** How many characters two words begin with in common. */
export function sharedLength(a: string, b: string): number {
  let shared = 0
  while (shared < a.length && a[shared] === b[shared]) shared++
  return shared
}

/** So many letters at least are a word's stem. */
export const stemLength = (word: string): number => Math.max(3, Math.ceil(word.length / 2))

/**
 * How surely two words are one in different endings, from 0 to 1: `invoice`, `invoices` and `invoicing`, `пароль` and `пароля`,
 * without rules for any language. With `isOpen` the first may be the beginning of the second.
 */
export function kinship(word: string, other: string, isOpen: boolean): number {
  const shared = sharedLength(word, other)
  const [gone, added] = [word.length - shared, other.length - shared]
  if (gone + added === 0) return 1
  if (isOpen && gone === 0) return 0.85 - 0.02 * Math.min(added, 10)
  // Three letters say little: `notify` is not `not`.
  const isKin = gone <= (shared > 3 ? 4 : 2) && added <= 4 && shared >= Math.max(stemLength(word), other.length / 2)
  return isKin && !isUnspaced(word) ? 0.7 - 0.03 * (gone + added) : 0
}
