import type { HelpArticleEntry, HelpIndex, Id } from '@docent/protocol'

/** The help centre in one language, as far as lists and search need it. The bodies are in shards, fetched on need. */
export interface HelpContent extends HelpIndex {
  /** Changes when anything of it does. */
  readonly version: string
  readonly locale: string
  /** Absolute, with a slash at the end: what names of files and images are relative to. */
  readonly base: string
  /** Name of the file with `SearchData`; without it the index itself is searched. */
  readonly search?: string | undefined
  /** Names of the files that `HelpArticleEntry.shard` refers to. */
  readonly shards: readonly string[]
}

export const findArticle = (content: HelpContent | undefined, id: Id): HelpArticleEntry | undefined =>
  content?.articles.find((article) => article.id === id)

/** `pt-BR`, then `pt`, then another Portuguese, then the help centre's own language. */
export function pickLocale(wanted: string, available: readonly string[], fallback: string): string {
  const lower = wanted.toLowerCase()
  const [language] = lower.split('-')
  const find = (test: (tag: string) => boolean): string | undefined => available.find((tag) => test(tag.toLowerCase()))
  const parents = lower.split('-').map((_, index, parts) => parts.slice(0, parts.length - index).join('-'))
  for (const parent of parents) {
    const found = find((tag) => tag === parent)
    if (found) return found
  }
  return find((tag) => tag.split('-')[0] === language) ?? fallback
}
