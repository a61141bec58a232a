import type { Scope } from '@docent/core'
import { absoluteSrc } from '@docent/ui/parts'
import type { BodyFile } from './article-in.ts'
import type { HelpContent } from './help-content.ts'
import { picturesOf } from './pictures-of.ts'

/** Fetches the pictures of all articles as a page does, one after another, so that the browser has them without a connection. */
export async function fetchPictures(
  files: Iterable<BodyFile>,
  { base }: HelpContent,
  scope: Scope,
  fetch: typeof globalThis.fetch,
): Promise<void> {
  const texts = [...files].flatMap((file) => (typeof file === 'object' ? Object.values(file.articles) : []))
  const pictures = new Set(texts.flatMap(picturesOf).map((src) => absoluteSrc(src, base)))
  for (const address of pictures) {
    if (scope.signal.aborted) return
    // One that is missing keeps no other from coming.
    if (address) await fetch(address, { mode: 'no-cors', signal: scope.signal }).catch(() => {})
  }
}
