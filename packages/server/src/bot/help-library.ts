import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HelpArticleEntry, HelpIndex, HelpLocale, HelpManifest, HelpShard, RichText } from '@docent/protocol'
import MiniSearch from 'minisearch'
import { parseJson } from '../base/json.ts'
import { textOf } from './text-of.ts'

/** An article that may answer a question. */
export interface FoundArticle {
  readonly entry: HelpArticleEntry
  /** How much of what was asked is in it, 0 to 1: rare words count more than frequent ones. */
  readonly coverage: number
  readonly body: RichText
  /** How much a word tells in this help centre. */
  readonly weigh: (term: string) => number
}

/** The public articles of a help centre, as the bot reads them. */
export interface HelpLibrary {
  /** Best first. */
  search(text: string, locale: string | undefined, limit: number): Promise<readonly FoundArticle[]>
}

export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu) ?? []

/** Reads the folder that `docent build` wrote; again when there is a new version of it. */
export function createHelpLibrary(helpDir: string): HelpLibrary {
  const read = async <T>(file: string) => parseJson<T>(await readFile(join(helpDir, file), 'utf8'))
  let known: { readonly version: string; readonly shelves: Map<string, Promise<Shelf>> } | undefined
  return {
    async search(text, locale, limit) {
      const { version, locales, defaultLocale } = await read<HelpManifest>('manifest.json')
      if (known?.version !== version) known = { version, shelves: new Map() }
      const name = chooseLocale(Object.keys(locales), locale) ?? defaultLocale
      const files = locales[name]
      if (!files) return []
      const shelf = known.shelves.get(name) ?? openShelf(files, read)
      known.shelves.set(name, shelf)
      return (await shelf)(text, limit)
    },
  }
}

type Shelf = (text: string, limit: number) => readonly FoundArticle[]

async function openShelf(files: HelpLocale, read: <T>(file: string) => Promise<T>): Promise<Shelf> {
  const { articles } = await read<HelpIndex>(files.index)
  const shards = await Promise.all(files.shards.map((name) => read<HelpShard>(name)))
  const bodyOf = ({ id, shard }: HelpArticleEntry): RichText => shards[shard]?.articles[id] ?? []
  const texts = new Map(articles.map((entry) => [entry.id, textOf(bodyOf(entry))]))
  const search = new MiniSearch({
    fields: ['title', 'keywords', 'headings', 'lead', 'text'],
    tokenize: wordsOf,
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 3, keywords: 3, headings: 2, text: 0.7 },
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  })
  const byId = new Map(articles.map((entry) => [entry.id, entry]))
  const weigh = createWeights(articles, texts)
  search.addAll(
    articles.map(({ id, title, keywords, headings, lead }) => ({
      id,
      title,
      lead,
      keywords: keywords.join(' '),
      headings: headings.join(' '),
      text: texts.get(id) ?? '',
    })),
  )
  return (text, limit) => {
    const asked = [...new Set(wordsOf(text))]
    const total = asked.reduce((sum, term) => sum + weigh(term), 0)
    return search
      .search(text)
      .flatMap(({ id, queryTerms }) => {
        const entry = byId.get(id)
        if (!entry) return []
        const found = [...new Set(queryTerms)].reduce((sum, term) => sum + weigh(term), 0)
        return [{ entry, coverage: total === 0 ? 0 : found / total, body: bodyOf(entry), weigh }]
      })
      .slice(0, limit)
  }
}

const isIdeograph = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u

/**
 * A word that is in many articles tells little about what was asked, and so does a very short one: such words weigh next to nothing, in any
 * language that has spaces.
 */
function createWeights(
  articles: readonly HelpArticleEntry[],
  texts: ReadonlyMap<string, string>,
): (term: string) => number {
  const counts = new Map<string, number>()
  for (const { id, title, headings, keywords } of articles) {
    const terms = new Set(wordsOf([title, ...headings, ...keywords, texts.get(id)].join(' ')))
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return (term) => {
    const length = isIdeograph.test(term) ? 1 : Math.min(1, Math.max(0, (term.length - 2) / 4))
    return length * Math.log(1 + articles.length / Math.max(1, counts.get(term) ?? 0))
  }
}

function chooseLocale(names: readonly string[], wanted: string | undefined): string | undefined {
  const language = wanted?.split('-')[0]
  return names.find((name) => name === wanted) ?? names.find((name) => name.split('-')[0] === language)
}
