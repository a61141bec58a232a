import { type FeatureContext, once } from '@docent/core'
import { jsonOver, locate, pickLocale } from '@docent/core/content'
import type { HelpIndex, HelpManifest } from '@docent/protocol'
import type { HelpEvent } from '../reduce.ts'
import { createFileStore } from './file-store.ts'
import type { HelpContent } from './help-content.ts'

/** Gets the help centre to the visitor: from the device at once when it is kept there, from the network when it is newer. */
export interface Library {
  /** The list of articles, once; again after a failure. Rejects when it can be had from nowhere. */
  load(): Promise<HelpContent>
  /** Asks for what is newer. */
  refresh(): Promise<void>
  /** One more of its files, from the device or the network. */
  file<T extends object>(base: string, name: string): Promise<T>
  /** The visitor uses the help centre: what was and will be fetched may stay on the device. */
  allow(): void
}

export interface LibraryParts {
  readonly context: FeatureContext
  /** Where the host says the help centre is. */
  readonly address: string | undefined
  readonly fetch: typeof globalThis.fetch
  /** Takes everything that arrives. */
  readonly dispatch: (event: HelpEvent) => void
}

export function createLibrary({ context, address, fetch, dispatch }: LibraryParts): Library {
  const get = jsonOver(fetch, context)
  const files = createFileStore(context.storage, address ?? '')
  const restricted = () => import('./restricted-content.ts')

  /** Hashed names never change their content: whatever copy is nearest will do. */
  async function file<T extends object>(base: string, name: string): Promise<T> {
    const kept = await files.read<T>(name)
    if (kept) return kept
    const getPublic = (part: string): Promise<unknown> => get(base + part, 'force-cache')
    const fresh = (await (name[0] === '+'
      ? (await restricted()).restrictedFile(context, name, getPublic)
      : getPublic(name))) as T
    await files.put(name, fresh)
    return fresh
  }

  async function open(base: string, { version, defaultLocale, locales }: HelpManifest): Promise<HelpContent> {
    const locale = pickLocale(context.locale.peek(), Object.keys(locales), defaultLocale)
    const { index, search, shards } = locales[locale] ?? { index: '', shards: [] }
    const content = { ...(await file<HelpIndex>(base, index)), version, locale, base, search, shards }
    dispatch({ type: 'content-loaded', content })
    return content
  }

  /** Takes what the device has, then what is newer. Rejects when neither can be had. */
  async function refresh(found?: (content: HelpContent) => void): Promise<void> {
    const kept = await files.manifest()
    const known = kept && (await open(kept.base, kept.manifest).catch(() => undefined))
    if (known) found?.(known)
    try {
      let { base, manifest } = await locate(address, context, get)
      if (manifest.isRestricted) manifest = await (await restricted()).withRestricted(context, manifest, known)
      if (known?.version === manifest.version && known.base === base) return
      const content = await open(base, manifest)
      found?.(content)
      await files.putManifest({ base, manifest })
    } catch (error) {
      if (!known) throw error
    }
  }

  return {
    file,
    refresh: () => refresh(),
    allow: files.allow,
    load: once(
      () =>
        new Promise((resolve, reject) => {
          dispatch({ type: 'load-changed', status: 'loading' })
          refresh(resolve).catch((error) => {
            dispatch({ type: 'load-changed', status: 'failed' })
            reject(error)
          })
        }),
    ),
  }
}
