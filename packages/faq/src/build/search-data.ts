import { buildSearchData } from '../search/impact/build-search-data.ts'
import type { SearchData } from '../search/impact/search-data.ts'
import { hasCompounds, stopWordsOf } from '../search/language.ts'
import { synonymsOf } from '../search/synonyms/packs.ts'
import type { SourceArticle } from './article.ts'
import type { LocaleContent } from './locale.ts'
import { leadOf, plainText } from './plain-text.ts'

/** What search needs of articles, in their order; of all articles of a language unless others are given. */
export function searchDataOf(
  { locale, categories, synonyms, articles: all }: LocaleContent,
  articles: readonly SourceArticle[] = all,
): SearchData {
  const titles = new Map(categories.map(({ id, title }) => [id, title]))
  const documents = articles.map(({ title, keywords, headings, category, body }) => ({
    title,
    keywords,
    headings,
    category: titles.get(category) ?? '',
    lead: leadOf(body),
    body: plainText(body),
  }))
  return buildSearchData(documents, {
    synonyms: [...synonyms, ...synonymsOf(locale)],
    stopWords: stopWordsOf(locale),
    hasCompounds: hasCompounds(locale),
  })
}
