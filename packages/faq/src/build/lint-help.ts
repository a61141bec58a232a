import type { RichText } from '@docent/protocol'
import { createImpactIndex } from '../search/impact/impact-index.ts'
import type { SourceArticle } from './article.ts'
import { didYouMean } from './closest.ts'
import type { LocaleContent } from './locale.ts'
import { plainText } from './plain-text.ts'
import { createProblems, type HelpProblem, type Problems, sortProblems } from './problem.ts'
import { readHelp } from './read-help.ts'
import { searchDataOf } from './search-data.ts'

export interface LintHelpOptions {
  readonly sourceDir: string
  /** Default `en`. */
  readonly defaultLocale?: string
  readonly onProgress?: (done: number, total: number) => void
}

export interface LintHelpResult {
  /** Over all locales. */
  readonly articles: number
  /** Errors, with which a build writes nothing, and warnings. */
  readonly problems: readonly HelpProblem[]
}

/**
 * Finds what is wrong with a help centre and what could be better: all that a build tells, and missing translations, articles
 * that their own title does not find, duplicates, and rules under which an article is never offered. Writes nothing.
 * @example const { problems } = await lintHelp({ sourceDir: 'help' })
 */
export async function lintHelp({
  sourceDir,
  defaultLocale = 'en',
  onProgress,
}: LintHelpOptions): Promise<LintHelpResult> {
  const problems = createProblems()
  // Nothing is written, so no folder of the source can be the output.
  const { contents, total } = await readHelp({ sourceDir, outDir: '', defaultLocale }, problems, onProgress)
  for (const content of contents) {
    findDuplicates(content, problems)
    findUnfindable(content, problems)
    checkRules(content, problems)
  }
  findUntranslated(contents, defaultLocale, problems)
  return { articles: total, problems: sortProblems(problems.list) }
}

function findUntranslated(contents: readonly LocaleContent[], defaultLocale: string, problems: Problems): void {
  const main = contents.find(({ locale }) => locale === defaultLocale)
  for (const { locale, articles } of contents) {
    if (locale === defaultLocale || !main) continue
    const ids = new Set(articles.map(({ id }) => id))
    for (const { id, title, place } of main.articles)
      if (!ids.has(id))
        problems.warn(
          place,
          `“${title}” is not translated into “${locale}”`,
          `Write ${locale}/… under the same file name`,
        )
  }
}

function findDuplicates({ articles }: LocaleContent, problems: Problems): void {
  const remedy = 'Make one of them say something else, or leave it out'
  const titles = new Map<string, SourceArticle>()
  const bodies = new Map<string, SourceArticle>()
  for (const article of articles) {
    const title = squeeze(article.title)
    const body = squeeze(textOf(article.body))
    const [sameTitle, sameBody] = [titles.get(title), bodies.get(body)]
    if (sameBody) problems.warn(article.place, `The same text is in ${sameBody.path}`, remedy)
    else if (sameTitle) problems.warn(article.place, `The title is that of ${sameTitle.path} as well`, remedy)
    titles.set(title, sameTitle ?? article)
    bodies.set(body, sameBody ?? article)
  }
}

const textOf = (body: RichText): string => plainText(body)
const squeeze = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whoever types a title is shown the article among the first. */
const foundAmong = 5

function findUnfindable(content: LocaleContent, problems: Problems): void {
  const { articles } = content
  const index = createImpactIndex(
    searchDataOf(content),
    articles.map(({ title }) => title),
  )
  for (const [number, { title, place }] of articles.entries()) {
    const found = index.search(title, foundAmong).hits
    if (found.some(({ article }) => article === number)) continue
    const others = found.slice(0, 2).map(({ article }) => `“${articles[article]?.title}”`)
    const first = others.length > 0 ? `; ${others.join(' and ')} come first` : ''
    problems.warn(
      place,
      `Its own title does not find this article${first}`,
      'Say in the title what only this article is about',
    )
  }
}

const stages = ['new', 'activated', 'established']

function checkRules({ articles }: LocaleContent, problems: Problems): void {
  for (const { place, pages, stages: own } of articles) {
    for (const page of pages) {
      const [path = ''] = page.split(/[?#]/)
      const isOpenInside = /\*(?!$)/.test(path) || /[^/]\*$/.test(path)
      if (path !== page)
        problems.warn(place, `No page is “${page}”: queries and fragments are not looked at`, `Write ${path}`)
      else if (isOpenInside || path.includes('//'))
        problems.warn(place, `No page is “${page}”`, 'Write :name for one segment; * only as the last one: /invoices/*')
    }
    for (const stage of own)
      if (!stages.includes(stage)) {
        const remedy = didYouMean(stage, stages, `It is reached only if your own \`stage\` option says “${stage}”`)
        problems.warn(place, `Docent knows no stage “${stage}”`, remedy)
      }
  }
}
