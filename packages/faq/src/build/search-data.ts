import { buildSearchData } from '../search/impact/build-search-data.ts'
import type { SearchData } from '../search/impact/search-data.ts'
import { hasCompounds, stopWordsOf } from '../search/language.ts'
import { synonymsOf } from '../search/synonyms/packs.ts'
import type { SourceArticle } from './article.ts'
import type { LocaleContent } from './locale.ts'
import { leadOf, plainText } from './plain-text.ts'
import type { Readings } from './readings.ts'

/** What search needs of articles, in their order. */
export function searchDataOf(content: LocaleContent): SearchData {
  const { documents, options } = documentsOf(content, content.articles)
  return buildSearchData(documents, options)
}

/** The same of some of them, as JSON. */
export function searchTextOf(content: LocaleContent, articles: readonly SourceArticle[], readings: Readings): string {
  const { documents, options } = documentsOf(content, articles)
  const make = (): string => JSON.stringify(buildSearchData(documents, options))
  return readings.text(JSON.stringify([documents, options]), make)
}

function documentsOf({ locale, categories, synonyms }: LocaleContent, articles: readonly SourceArticle[]) {
  const titles = new Map(categories.map(({ id, title }) => [id, title]))
  const documents = articles.map(({ title, keywords, headings, category, body }) => ({
    title,
    keywords,
    headings,
    category: titles.get(category) ?? '',
    lead: leadOf(body),
    body: plainText(body),
  }))
  const options = {
    synonyms: [...synonyms, ...synonymsOf(locale)],
    stopWords: stopWordsOf(locale),
    hasCompounds: hasCompounds(locale),
  }
  return { documents, options }
}
