import { pickLocale } from '@docent/core/content'
import type { HelpManifest, HelpShard } from '@docent/protocol'
import { picturesOf } from '../content/pictures-of.ts'

export interface PrecacheOptions {
  /** Address of the folder with `loader.js`. Leave it out where the widget is part of your own bundle. */
  readonly widget?: string
  /** Address of the folder that `docent build` wrote. */
  readonly help?: string
  /** Language tag of the visitor. @default the help centre's own language */
  readonly locale?: string
  /** `true`: the pictures of all articles too. @default false */
  readonly pictures?: boolean
  /** @default the global one */
  readonly fetch?: typeof globalThis.fetch
}

/**
 * The addresses that a service worker of the host must keep so that the widget starts and help is searched and read in a fresh tab without a
 * network. Rejects when one of the lists cannot be had.
 * @example
 * // In your service worker. Docent brings none of its own.
 * addEventListener('install', (event) => event.waitUntil(caches.open('help').then(async (cache) => cache.addAll(await precacheList({ widget, help })))))
 */
export async function precacheList({
  widget,
  help,
  locale = '',
  pictures = false,
  fetch = (...request) => globalThis.fetch(...request),
}: PrecacheOptions): Promise<string[]> {
  const read = async <T>(address: string): Promise<T> => {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${address} answered ${response.status}`)
    return (await response.json()) as T
  }
  const list: string[] = []
  if (widget !== undefined) {
    const base = withSlash(widget)
    list.push(...(await read<string[]>(`${base}precache.json`)).map((name) => base + name))
  }
  if (help === undefined) return list
  const base = withSlash(help)
  const { locales, defaultLocale } = await read<HelpManifest>(`${base}manifest.json`)
  const files = locales[pickLocale(locale, Object.keys(locales), defaultLocale)]
  if (!files) return list
  const names = [files.index, files.search, files.news, ...files.shards].filter((name) => name !== undefined)
  list.push(...['manifest.json', ...names].map((name) => base + name))
  if (!pictures) return list
  const shards = await Promise.all(files.shards.map((name) => read<HelpShard>(base + name)))
  const all = shards.flatMap(({ articles }) => Object.values(articles).flatMap(picturesOf))
  return [...list, ...new Set(all.map((src) => new URL(src, base).href))]
}

const withSlash = (folder: string): string => folder.replace(/\/*$/, '/')
