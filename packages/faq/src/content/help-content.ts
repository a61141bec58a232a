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
