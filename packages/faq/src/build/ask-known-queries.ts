import { createGuessingIndex } from '../search/impact/guessing-index.ts'
import type { ImpactIndex } from '../search/impact/impact-index.ts'
import type { LocaleContent } from './locale.ts'
import { createProblems, type HelpProblem, sortProblems } from './problem.ts'
import { readHelp } from './read-help.ts'
import { type KnownQuery, readQueries } from './read-queries.ts'
import { searchDataOf } from './search-data.ts'
import { readYamlFile } from './source-tree.ts'

export interface TestHelpSearchOptions {
  readonly sourceDir: string
  /** Default `en`. */
  readonly defaultLocale?: string
  readonly onProgress?: (done: number, total: number) => void
}

export interface TestHelpSearchResult {
  /** Queries that were asked. */
  readonly queries: number
  /** Queries whose article came up where it should. */
  readonly found: number
  /** Queries whose article did not, as errors, and all that is wrong with the source itself. */
  readonly problems: readonly HelpProblem[]
}

/**
 * Asks the search of a help centre what its owner knows that visitors ask: each query of `queries.yml` in the source folder, against
 * the articles as they are written now. Restricted articles
 * are asked as well. Writes nothing.
 * @example const { found, queries, problems } = await testHelpSearch({ sourceDir: 'help' })
 */
export async function testHelpSearch({
  sourceDir,
  defaultLocale = 'en',
  onProgress,
}: TestHelpSearchOptions): Promise<TestHelpSearchResult> {
  const problems = createProblems()
  const { contents } = await readHelp({ sourceDir, outDir: '', defaultLocale }, problems, onProgress)
  const file = await readYamlFile({ sourceDir }, 'queries', problems)
  if (!file) {
    const remedy = 'Add one: a list with - query: and article: for each search that must find it'
    problems.error({ file: sourceDir }, 'There is no queries.yml', remedy)
  }
  const queries = file ? readQueries(file, contents, defaultLocale, problems) : []
  const search = createSearches(contents)
  let found = 0
  for (const known of queries) {
    const titles = search(known)
    const place = titles.findIndex(({ id }) => known.articles.includes(id))
    if (place >= 0 && place < known.within) found++
    else problems.error(known.place, ...failure(known, place, titles[0]?.title))
  }
  return { queries: queries.length, found, problems: sortProblems(problems.list) }
}

/** Message and remedy. `place`: where the article came, from 0, or -1. */
function failure({ query, articles, within }: KnownQuery, place: number, first: string | undefined): [string, string] {
  const wanted = articles.map((id) => `“${id}”`).join(' or ')
  const limit = within === 1 ? 'first' : `among the first ${within}`
  const instead = place < 0 ? '' : `, only in place ${place + 1}`
  const best = first === undefined ? '' : `; “${first}” comes first`
  return [
    `“${query}” does not find ${wanted} ${limit}${instead}${best}`,
    'Say it in the title or under keywords:, or add the words to synonyms.yml',
  ]
}

const looksAt = 20

function createSearches(contents: readonly LocaleContent[]) {
  const indexes = new Map<string, Pick<ImpactIndex, 'search'>>()
  return ({ query, locale }: KnownQuery) => {
    const content = contents.find((one) => one.locale === locale)
    if (!content) return []
    const titles = content.articles.map(({ title }) => title)
    const index = indexes.get(locale) ?? createGuessingIndex(searchDataOf(content), titles)
    indexes.set(locale, index)
    return index.search(query, looksAt).hits.flatMap(({ article }) => content.articles[article] ?? [])
  }
}
