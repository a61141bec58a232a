import { isMap, isSeq } from 'yaml'
import { didYouMean } from './closest.ts'
import type { LocaleContent } from './locale.ts'
import type { Place, Problems } from './problem.ts'
import type { SourceFile } from './source-tree.ts'
import { readKeys, readText, readTexts, readYaml, type YamlSource } from './yaml-reader.ts'

/** What visitors type, and the articles of which one has to come up. */
export interface KnownQuery {
  readonly query: string
  readonly articles: readonly string[]
  /** The one of them, or other, that must be among so many first. */
  readonly within: number
  readonly locale: string
  readonly place: Place
}

const keys = ['query', 'article', 'within', 'locale'] as const
const example = 'Write a list: - query: change vat, and below it article: vat-rates'
export const defaultWithin = 3

/** Reads `queries.yml` against the articles there are. */
export function readQueries(
  { file, text }: SourceFile,
  contents: readonly LocaleContent[],
  defaultLocale: string,
  problems: Problems,
): KnownQuery[] {
  const source = readYaml({ file, text, linesBefore: 0 }, problems)
  if (!source) return []
  const list = source.document.contents
  if (!isSeq(list)) {
    problems.error({ file, line: 1 }, 'This is not a list of queries', example)
    return []
  }
  return list.items.flatMap((item) => readQuery(item, source, { contents, defaultLocale, problems }) ?? [])
}

interface Around {
  readonly contents: readonly LocaleContent[]
  readonly defaultLocale: string
  readonly problems: Problems
}

function readQuery(item: unknown, source: YamlSource, around: Around): KnownQuery | undefined {
  const { problems, defaultLocale } = around
  const place = source.placeOf(item)
  if (!isMap(item)) {
    problems.error(place, 'This query has no keys', example)
    return undefined
  }
  const values = readKeys(item, keys, source, problems)
  const query = readText('query', values.get('query'), source, problems)
  const articles = readTexts('article', values.get('article'), source, problems)
  const locale = readText('locale', values.get('locale'), source, problems) ?? defaultLocale
  if (!values.has('query')) problems.error(place, 'There is no query', 'Add query: and what visitors type')
  if (!values.has('article')) problems.error(place, 'There is no article', 'Add article: and its id, or a list of ids')
  const areThere = checkArticles(articles, locale, source.placeOf(values.get('article') ?? item), around)
  const within = readWithin(values.get('within'), source, problems)
  if (query === undefined || articles.length === 0 || !areThere) return undefined
  return { query, articles, within, locale, place }
}

function checkArticles(articles: readonly string[], locale: string, place: Place, { contents, problems }: Around) {
  const content = contents.find((one) => one.locale === locale)
  if (!content) {
    const known = contents.map((one) => one.locale)
    problems.error(
      place,
      `There are no articles in “${locale}”`,
      didYouMean(locale, known, `There are ${known.join(', ')}`),
    )
    return false
  }
  const ids = content.articles.map(({ id }) => id)
  const missing = articles.filter((id) => !ids.includes(id))
  for (const id of missing)
    problems.error(place, `There is no article “${id}”`, didYouMean(id, ids, 'Write the name of its file without .md'))
  return missing.length === 0
}

function readWithin(node: unknown, source: YamlSource, problems: Problems): number {
  if (node === undefined) return defaultWithin
  const value = (node as { readonly value?: unknown } | null)?.value
  if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 20) return value
  problems.error(source.placeOf(node), '“within” is not a number from 1 to 20', 'Write within: 1 for the first place')
  return defaultWithin
}
