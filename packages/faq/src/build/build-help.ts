import { relative, resolve } from 'node:path'
import { createImages } from './images.ts'
import { checkLinks } from './link-check.ts'
import { readLocale } from './locale.ts'
import { createOutput, type Output } from './output.ts'
import { createProblems, HelpBuildError, type HelpProblem, type Problems, sortProblems } from './problem.ts'
import { readSource } from './source-tree.ts'
import { refuseOutDir, writeOutput } from './write-output.ts'

export interface BuildHelpOptions {
  /** Folder with Markdown and `categories.yml`; or with one such folder for each language, named `en`, `lv`, `pt-BR`. */
  readonly sourceDir: string
  /** Where the help centre goes. Made when absent; other files in it stay. */
  readonly outDir: string
  /** The language of articles outside a language's folder, and what visitors of other languages get. Default `en`. */
  readonly defaultLocale?: string
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
  readonly images: number
  /** Written, the manifest included. */
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
  const { sourceDir, outDir, defaultLocale = 'en', onProgress } = options
  const problems = createProblems()
  await checkFolders(sourceDir, outDir, problems)
  const sources = await readSource({ sourceDir, outDir, defaultLocale }, problems)
  const total = sources.reduce((sum, source) => sum + source.articles.length, 0)
  let done = 0
  const onArticle = (): void => onProgress?.(++done, total)
  const images = createImages(sourceDir, problems)
  const contents = sources.map((source) => readLocale(source, { sourceDir, images, problems, onArticle }))
  for (const content of contents) checkLinks(content, contents, problems)

  const found = sortProblems(problems.list)
  if (found.some((problem) => problem.severity === 'error')) throw new HelpBuildError(found)
  const output = createOutput(contents, images.files, defaultLocale)
  await writeOutput(output, outDir)
  const main = contents.find((content) => content.locale === defaultLocale) ?? contents[0]
  return {
    version: output.version,
    locales: contents.map((content) => content.locale),
    articles: total,
    categories: new Set(main?.articles.map((article) => article.category)).size,
    images: images.files.size,
    files: output.files.size,
    bytes: sizeOf(output),
    warnings: found,
  }
}

async function checkFolders(sourceDir: string, outDir: string, problems: Problems): Promise<void> {
  const remedy = 'Choose a folder of its own, for example public/help'
  const inside = relative(resolve(outDir), resolve(sourceDir))
  if (inside === '') problems.error({ file: outDir }, 'The help centre cannot be written into its own source', remedy)
  const refusal = await refuseOutDir(outDir)
  if (refusal !== undefined) problems.error({ file: outDir }, refusal, remedy)
}

const sizeOf = ({ files }: Output): number =>
  [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0)
