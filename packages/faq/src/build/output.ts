import type {
  HelpArticleEntry,
  HelpCategory,
  HelpIndex,
  HelpLocale,
  HelpManifest,
  HelpShard,
  RestrictedHelp,
  RestrictedPart,
} from '@docent/protocol'
import type { SourceArticle } from './article.ts'
import { hashOf } from './hash.ts'
import { jsonLdOf } from './json-ld.ts'
import type { LocaleContent } from './locale.ts'
import { newsOf } from './news/entry.ts'
import { rssOf } from './news/feed.ts'
import { leadOf, minutesToRead } from './plain-text.ts'
import { compare } from './problem.ts'
import type { HelpSource } from './read-help.ts'
import type { Readings } from './readings.ts'
import { searchTextOf } from './search-data.ts'
import { toShards } from './shards.ts'

export type Files = ReadonlyMap<string, string | Uint8Array>

/** Every file of the help centre by name; `manifest.json` last. */
export interface Output {
  readonly files: Files
  /** What not everyone may read, for a folder that is not public; empty when there is none. */
  readonly restricted: Files
  readonly version: string
}

/** The same source gives the same bytes: nothing here depends on time, place or the order of a folder. */
export function createOutput(
  { contents, media, readings }: Pick<HelpSource, 'contents' | 'media' | 'readings'>,
  defaultLocale: string,
): Output {
  const files = new Map<string, string | Uint8Array>([...media.files].sort(([a], [b]) => compare(a, b)))
  const locales: Record<string, HelpLocale> = {}
  for (const content of contents) {
    const articles = content.articles.filter(({ audiences }) => audiences.length === 0)
    const part = addPart(content, articles, content.locale, files, readings)
    locales[content.locale] = { ...part, ...addNews(content, files) }
    files.set(`faq.${content.locale}.html`, jsonLdOf(articles))
  }
  const restricted = new Map<string, string | Uint8Array>()
  const parts = addRestricted(contents, restricted, readings)
  const isRestricted = restricted.size > 0
  const version = hashOf(JSON.stringify([defaultLocale, locales, parts]))
  const manifest: HelpManifest = {
    format: 1,
    version,
    defaultLocale,
    locales,
    ...(isRestricted && { isRestricted }),
  }
  if (isRestricted) addManifest(restricted, { format: 1, version, parts } satisfies RestrictedHelp)
  addManifest(files, manifest)
  return { files, restricted, version }
}

/** Entries in one file, and their feed under a name that stays. */
function addNews(
  { locale, news, feed }: LocaleContent,
  files: Map<string, string | Uint8Array>,
): Pick<HelpLocale, 'news'> {
  if (news.length === 0) return {}
  const text = JSON.stringify(newsOf(news))
  const name = `news.${locale}.${hashOf(text)}.json`
  files.set(name, text)
  if (feed) files.set(`news.${locale}.xml`, rssOf(feed, news, locale))
  return { news: name }
}

const addManifest = (files: Map<string, string | Uint8Array>, manifest: HelpManifest | RestrictedHelp): void =>
  void files.set('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)

/**
 * Files of their own for those who may read the same: what a person may not read is never sent to be filtered in the browser, and who is
 * several of the audiences gets no article twice.
 */
function addRestricted(
  contents: readonly LocaleContent[],
  files: Map<string, string | Uint8Array>,
  readings: Readings,
): RestrictedPart[] {
  const keyOf = ({ audiences }: SourceArticle): string => [...audiences].sort(compare).join(' ')
  const keys = new Set(contents.flatMap(({ articles }) => articles.map(keyOf)))
  keys.delete('')
  return [...keys].sort(compare).map((key, number) => {
    const locales: Record<string, HelpLocale> = {}
    for (const content of contents) {
      const articles = content.articles.filter((article) => keyOf(article) === key)
      if (articles.length > 0)
        locales[content.locale] = addPart(content, articles, `${content.locale}.${number}`, files, readings)
    }
    return { audiences: key.split(' '), locales }
  })
}

function addPart(
  content: LocaleContent,
  articles: readonly SourceArticle[],
  name: string,
  files: Map<string, string | Uint8Array>,
  readings: Readings,
): HelpLocale {
  const add = (kind: string, value: HelpIndex | HelpShard | string): string => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const file = `${kind}.${name}.${hashOf(text)}.json`
    files.set(file, text)
    return file
  }
  const groups = toShards(articles)
  const shards = groups.map((group) =>
    add('a', { articles: Object.fromEntries(group.map(({ id, body }) => [id, body])) }),
  )
  const shardOf = new Map(groups.flatMap((group, shard) => group.map(({ id }) => [id, shard])))
  const entries = articles.map((article) => entryOf(article, shardOf.get(article.id) ?? 0))
  const used = new Set(articles.map((article) => article.category))
  const index = { categories: content.categories.filter(({ id }) => used.has(id)).map(withoutPlace), articles: entries }
  const search = add('search', searchTextOf(content, articles, readings))
  return { count: articles.length, index: add('index', index), search, shards }
}

const withoutPlace = ({ id, title, description, icon }: HelpCategory): HelpCategory => ({
  id,
  title,
  ...(description !== undefined && { description }),
  ...(icon !== undefined && { icon }),
})

/** What lists and search know of an article. */
const entryOf = (article: SourceArticle, shard: number): HelpArticleEntry => ({
  id: article.id,
  title: article.title,
  category: article.category,
  headings: article.headings,
  lead: leadOf(article.body),
  keywords: article.keywords,
  level: article.level,
  ...(article.stages.length > 0 && { stages: article.stages }),
  pages: article.pages,
  minutes: minutesToRead(article.body),
  ...(article.updated !== undefined && { updated: article.updated }),
  shard,
})
