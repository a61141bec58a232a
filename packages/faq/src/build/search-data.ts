import type { HelpCategory } from '@docent/protocol'
import { buildSearchData } from '../search/impact/build-search-data.ts'
import type { SearchData } from '../search/impact/search-data.ts'
import { stopWordsOf } from '../search/stop-words.ts'
import { synonymsOf } from '../search/synonyms/packs.ts'
import type { SourceArticle } from './article.ts'
import { leadOf, plainText } from './plain-text.ts'

/** What search needs of articles, in their order. */
export function searchDataOf(
  articles: readonly SourceArticle[],
  categories: readonly HelpCategory[],
  locale: string,
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
  return buildSearchData(documents, { synonyms: synonymsOf(locale), stopWords: stopWordsOf(locale) })
}
