import type { HelpArticleEntry, HelpCategory, HelpIndex, HelpLocale, HelpManifest, HelpShard } from '@docent/protocol'
import type { SourceArticle } from './article.ts'
import { hashOf } from './hash.ts'
import type { LocaleContent } from './locale.ts'
import { leadOf, minutesToRead } from './plain-text.ts'
import { compare } from './problem.ts'
import { toShards } from './shards.ts'

/** Every file of the help centre by name; `manifest.json` last. */
export interface Output {
  readonly files: ReadonlyMap<string, string | Uint8Array>
  readonly version: string
}

/** The same source gives the same bytes: nothing here depends on time, place or the order of a folder. */
export function createOutput(
  contents: readonly LocaleContent[],
  images: ReadonlyMap<string, Uint8Array>,
  defaultLocale: string,
): Output {
  const files = new Map<string, string | Uint8Array>([...images].sort(([a], [b]) => compare(a, b)))
  const locales: Record<string, HelpLocale> = {}
  for (const content of contents) locales[content.locale] = addLocale(content, files)
  const version = hashOf(JSON.stringify([defaultLocale, locales]))
  const manifest: HelpManifest = { format: 1, version, defaultLocale, locales }
  files.set('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)
  return { files, version }
}

function addLocale(content: LocaleContent, files: Map<string, string | Uint8Array>): HelpLocale {
  const { locale, articles } = content
  const add = (name: string, value: HelpIndex | HelpShard): string => {
    const text = JSON.stringify(value)
    const file = `${name}.${hashOf(text)}.json`
    files.set(file, text)
    return file
  }
  const groups = toShards(articles)
  const shards = groups.map((group, number) =>
    add(`a.${locale}.${number}`, { articles: Object.fromEntries(group.map(({ id, body }) => [id, body])) }),
  )
  const entries = groups.flatMap((group, shard) => group.map((article) => entryOf(article, shard)))
  const used = new Set(articles.map((article) => article.category))
  const categories = content.categories.filter(({ id }) => used.has(id)).map(withoutPlace)
  const index = add(`index.${locale}`, { categories, articles: entries })
  return { count: articles.length, index, shards }
}

const withoutPlace = ({ id, title, description, icon }: HelpCategory): HelpCategory => ({
  id,
  title,
  ...(description !== undefined && { description }),
  ...(icon !== undefined && { icon }),
})

const entryOf = (article: SourceArticle, shard: number): HelpArticleEntry => ({
  id: article.id,
  title: article.title,
  category: article.category,
  headings: article.headings,
  lead: leadOf(article.body),
  keywords: article.keywords,
  level: article.level,
  pages: article.pages,
  minutes: minutesToRead(article.body),
  ...(article.updated !== undefined && { updated: article.updated }),
  shard,
})
