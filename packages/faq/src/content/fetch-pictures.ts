import type { Scope } from '@docent/core'
import { absoluteSrc } from '@docent/ui/parts'
import type { HelpState } from '../reduce.ts'
import { picturesOf } from './pictures-of.ts'

/** Fetches the pictures of all articles as a page does, one after another, so that the browser has them without a connection. */
export async function fetchPictures(
  { content, shards }: HelpState,
  scope: Scope,
  fetch: typeof globalThis.fetch,
): Promise<void> {
  const texts = [...shards.values()].flatMap(({ articles }) => Object.values(articles))
  const pictures = new Set(texts.flatMap(picturesOf).map((src) => absoluteSrc(src, content?.base ?? '')))
  for (const address of pictures) {
    if (scope.signal.aborted) return
    // One that is missing keeps no other from coming.
    if (address) await fetch(address, { mode: 'no-cors', signal: scope.signal }).catch(() => {})
  }
}
