import type { FeatureContext } from '@docent/core'
import { type GetJson, locate, pickLocale } from '@docent/core/content'
import type { HelpIndex, HelpManifest } from '@docent/protocol'
import { createFileStore } from './file-store.ts'
import type { HelpContent } from './help-content.ts'

/** Gets the help centre to the visitor: from the device at once when it is kept there, from the network when it is newer. */
export interface ContentLoader {
  /** `found` is called with what the device has, then with what is newer. Rejects when neither can be had. */
  load(found: (content: HelpContent) => void): Promise<void>
  /** One more of its files, from the device or the network. */
  file<T extends object>(base: string, name: string): Promise<T>
  /** The visitor uses the help centre: what was and will be fetched may stay on the device. */
  allow(): void
}

export function createLoader(context: FeatureContext, address: string | undefined, get: GetJson): ContentLoader {
  const files = createFileStore(context.storage, address ?? '')
  const restricted = () => import('./restricted-content.ts')

  /** Hashed names never change their content: whatever copy is nearest will do. */
  async function file<T extends object>(base: string, name: string): Promise<T> {
    const kept = await files.read<T>(name)
    if (kept) return kept
    const fresh = (await (name[0] === '+'
      ? (await restricted()).restrictedFile(context, name, (part) => get(base + part, 'force-cache'))
      : get(base + name, 'force-cache'))) as T
    await files.put(name, fresh)
    return fresh
  }

  async function open(base: string, manifest: HelpManifest): Promise<HelpContent> {
    const { version, locales } = manifest
    const locale = pickLocale(context.locale.peek(), Object.keys(locales), manifest.defaultLocale)
    const { index, search, shards } = locales[locale] ?? { index: '', shards: [] }
    return { ...(await file<HelpIndex>(base, index)), version, locale, base, search, shards }
  }

  return {
    async load(found) {
      const kept = await files.manifest()
      const known = kept && (await open(kept.base, kept.manifest).catch(() => undefined))
      if (known) found(known)
      try {
        let { base, manifest } = await locate(address, context, get)
        if (manifest.isRestricted) manifest = await (await restricted()).withRestricted(context, manifest, known)
        if (known?.version === manifest.version && known.base === base) return
        found(await open(base, manifest))
        await files.putManifest({ source: address ?? '', base, manifest })
      } catch (error) {
        if (!known) throw error
      }
    },
    file,
    allow: files.allow,
  }
}
