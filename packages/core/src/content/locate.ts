import type { HelpManifest } from '@docent/protocol'
import type { FeatureContext } from '../feature.ts'
import type { GetJson } from './get-json.ts'

export interface Located {
  /** Absolute, with a slash at the end. */
  readonly base: string
  readonly manifest: HelpManifest
}

/**
 * Asks for the current manifest of what `docent build` made: from the folder the host names, or a whole address in the app's configuration,
 * else from the backend, which completes addresses that are relative to it.
 */
export async function locate(
  address: string | undefined,
  { transport, page, scope }: FeatureContext,
  get: GetJson,
): Promise<Located> {
  const absolute = (folder: string): string => new URL(folder.replace(/\/*$/, '/'), page.url.peek()).href
  if (address !== undefined) {
    const base = absolute(address)
    return checked(base, await get(`${base}manifest.json`, 'no-cache'))
  }
  const answer = await transport.query('content', { kind: 'articles' }, scope.signal)
  if (answer === 'unchanged' || !('manifest' in answer)) throw new Error('The backend has no content')
  return checked(absolute(answer.base), answer.manifest)
}

function checked(base: string, manifest: unknown): Located {
  const { format, locales } = (manifest ?? {}) as Partial<HelpManifest>
  if (format !== 1 || !locales) throw new Error('This is not the manifest that this version reads')
  return { base, manifest: manifest as HelpManifest }
}
