import { pickLocale } from '@docent/core/content'
import { buildSearchData } from './impact/build-search-data.ts'
import { createGuessingIndex } from './impact/guessing-index.ts'
import type { ImpactIndex } from './impact/impact-index.ts'
import { hasCompounds, stopWordsOf } from './language.ts'
import { readMarkdown } from './markdown-text.ts'
import { synonymsOf } from './synonyms/packs.ts'

export interface SearchableArticle {
  readonly id: string
  readonly title: string
  /** Markdown. */
  readonly body: string
  /** The name of its category; parts of a path are words of it. */
  readonly category?: string
  /** Language tag. Each language is searched by itself. Default `en`. */
  readonly locale?: string
  readonly url?: string
  /** Other words for what it is about. */
  readonly keywords?: readonly string[]
}

export interface ArticleSearchOptions {
  /**
   * Words that mean the same: `true` for those that Docent has for a language, and groups of your own for all languages.
   * @default false
   */
  readonly synonyms?: boolean | readonly (readonly string[])[]
}

export interface ArticleSearch {
  /**
   * Articles about the query, best first; also while it is being typed. `limit`: at most so many, 10 unless given. `locale`: articles of
   * this language, or of the nearest there is; without it, of all languages. `score` goes from 0 to 1.
   */
  search(query: string, options?: { readonly limit?: number; readonly locale?: string }): ArticleHit[]
}

export interface ArticleHit {
  readonly id: string
  readonly score: number
}

/**
 * The search of the help centre, without a help centre: for a server, a script or an evaluation. Prepares all articles, which takes about a
 * second for a thousand.
 * @example createSearch([{ id: 'vat', title: 'Which VAT rate?', body: 'The rate …' }]).search('vat rat')
 */
export function createSearch(
  articles: readonly SearchableArticle[],
  options: ArticleSearchOptions = {},
): ArticleSearch {
  const byLocale = new Map<string, SearchableArticle[]>()
  for (const article of articles) {
    const { locale = 'en' } = article
    byLocale.set(locale, [...(byLocale.get(locale) ?? []), article])
  }
  const indexes = new Map([...byLocale].map(([locale, list]) => [locale, indexOf(list, locale, options)]))
  const locales = [...indexes.keys()]

  return {
    search(query, { limit = 10, locale } = {}) {
      const wanted = locale === undefined ? locales : [pickLocale(locale, locales, locales[0] ?? '')]
      return wanted
        .flatMap((one) =>
          (indexes.get(one)?.search(query, limit).hits ?? []).map(({ article, score }) => ({
            id: byLocale.get(one)?.[article]?.id ?? '',
            score,
          })),
        )
        .sort((a, b) => b.score - a.score)
        .slice(0, limit)
    },
  }
}

function indexOf(
  articles: readonly SearchableArticle[],
  locale: string,
  { synonyms = false }: ArticleSearchOptions,
): Pick<ImpactIndex, 'search'> {
  const documents = articles.map(({ title, body, category = '', keywords = [] }) => ({
    title,
    keywords,
    category,
    ...readMarkdown(body),
  }))
  const groups = synonyms === true ? synonymsOf(locale) : synonyms || []
  const data = buildSearchData(documents, {
    synonyms: groups,
    stopWords: stopWordsOf(locale),
    hasCompounds: hasCompounds(locale),
  })
  return createGuessingIndex(
    data,
    articles.map(({ title }) => title),
  )
}
