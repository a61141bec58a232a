import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { createOutput, type Output } from './output.ts'
import { createProblems, HelpBuildError, type HelpProblem, type Place, type Problems, sortProblems } from './problem.ts'
import { readHelp } from './read-help.ts'
import { refuseOutDir, writeOutput } from './write-output.ts'

export interface BuildHelpOptions {
  /** Folder with Markdown and `categories.yml`; or with one such folder for each language, named `en`, `lv`, `pt-BR`. */
  readonly sourceDir: string
  /** Where the help centre goes. Made when absent; other files in it stay. */
  readonly outDir: string
  /**
   * Where articles with an `audience` or a `plan` go: a folder that is never public. Needed when
   * there are some.
   */
  readonly restrictedDir?: string
  /** The language of articles outside a language's folder, and what visitors of other languages get. Default `en`. */
  readonly defaultLocale?: string
  /**
   * A folder for what was read of articles, so that those that have not changed need not be read again; may be deleted at any time. Another
   * version of Docent needs another one. Default: none.
   */
  readonly cacheDir?: string
  /** Called after each article. */
  readonly onProgress?: (done: number, total: number) => void
}

export interface BuildHelpResult {
  /** Changes when anything in the help centre does. */
  readonly version: string
  readonly locales: readonly string[]
  /** Over all locales. */
  readonly articles: number
  /** Topics that have articles, in the default locale. */
  readonly categories: number
  /** Entries of What's new, over all locales. */
  readonly news: number
  /** Pictures and videos. */
  readonly images: number
  /** Of `articles`, those that not everyone may read. */
  readonly restrictedArticles: number
  /** Written, the manifests included. */
  readonly files: number
  readonly bytes: number
  readonly warnings: readonly HelpProblem[]
}

/**
 * Compiles a folder of Markdown to a help centre: data that the widget searches and shows offline. Equal sources give equal
 * bytes. With errors in the source nothing is written, the previous output stays, and all of them are in the `HelpBuildError`.
 * @example const { articles } = await buildHelp({ sourceDir: 'help', outDir: 'public/help' })
 */
export async function buildHelp(options: BuildHelpOptions): Promise<BuildHelpResult> {
  const { sourceDir, outDir, restrictedDir, cacheDir, defaultLocale = 'en', onProgress } = options
  const problems = createProblems()
  await checkFolder(outDir, sourceDir, problems)
  if (restrictedDir !== undefined) await checkFolder(restrictedDir, sourceDir, problems, outDir)
  const help = await readHelp({ sourceDir, outDir, defaultLocale, cacheDir }, problems, onProgress)
  const { contents, media, readings, total } = help
  const restricted = contents.flatMap(({ articles }) => articles.filter(({ audiences }) => audiences.length > 0))
  if (restrictedDir === undefined) for (const { audiencePlace } of restricted) refuseRestricted(audiencePlace, problems)

  const found = sortProblems(problems.list)
  const isWrong = found.some((problem) => problem.severity === 'error')
  const output = isWrong ? undefined : createOutput(help, defaultLocale)
  await readings.save()
  if (!output) throw new HelpBuildError(found)
  await writeOutput(output.files, outDir)
  // Also when there are none any more: what was restricted must not stay.
  if (restrictedDir !== undefined && (output.restricted.size > 0 || existsSync(join(restrictedDir, 'manifest.json'))))
    await writeOutput(output.restricted, restrictedDir)
  const main = contents.find((content) => content.locale === defaultLocale) ?? contents[0]
  return {
    version: output.version,
    locales: contents.map((content) => content.locale),
    articles: total,
    categories: new Set(main?.articles.map((article) => article.category)).size,
    restrictedArticles: restricted.length,
    news: contents.reduce((sum, { news }) => sum + news.length, 0),
    images: media.files.size,
    files: output.files.size + output.restricted.size,
    bytes: sizeOf(output),
    warnings: found,
  }
}

const remedy = 'Choose a folder of its own, for example public/help'

async function checkFolder(folder: string, sourceDir: string, problems: Problems, publicDir?: string): Promise<void> {
  const isWithin = (outer: string): boolean => !relative(resolve(outer), resolve(folder)).startsWith('..')
  if (resolve(folder) === resolve(sourceDir))
    problems.error({ file: folder }, 'The help centre cannot be written into its own source', remedy)
  if (publicDir !== undefined && isWithin(publicDir))
    problems.error({ file: folder }, 'What not everyone may read cannot lie in a public folder', 'Choose one beside it')
  const refusal = await refuseOutDir(folder)
  if (refusal !== undefined) problems.error({ file: folder }, refusal, remedy)
}

const refuseRestricted = (place: Place | undefined, problems: Problems): void =>
  problems.error(
    place ?? { file: '' },
    'Not everyone may read this article, and there is no folder for such',
    'Name one that is not public: docent build … --restricted private/help',
  )

const sizeOf = ({ files, restricted }: Output): number =>
  [...files.values(), ...restricted.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0)
