import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { createProblems, HelpBuildError, type HelpProblem, sortProblems } from '../problem.ts'
import { decodeText } from '../text-file.ts'
import type { Importer, ImportSource } from './imported.ts'
import { importIntercom } from './intercom.ts'
import { importHtml, importPages } from './pages.ts'
import { writeHelp } from './write-help.ts'
import { importZendesk } from './zendesk.ts'

const formats: Readonly<Record<string, { readonly read: Importer; readonly files: RegExp }>> = {
  zendesk: { read: importZendesk, files: /\.json$/i },
  intercom: { read: importIntercom, files: /\.json$/i },
  html: { read: importHtml, files: /\.html?$/i },
  docusaurus: { read: importPages, files: /\.mdx?$/i },
  vitepress: { read: importPages, files: /\.md$/i },
}

/** What `docent import` understands. */
export const importFormats: readonly string[] = Object.keys(formats)

export interface ImportHelpOptions {
  /** One of `importFormats`. */
  readonly format: string
  /** A file of an export, or a folder of them. */
  readonly source: string
  /** The folder of Markdown that becomes the help centre's source. Files that are there are kept. */
  readonly outDir: string
}

export interface ImportHelpResult {
  readonly articles: number
  readonly categories: number
  readonly drafts: number
  /** Written, `categories.yml` included. */
  readonly files: number
  readonly warnings: readonly HelpProblem[]
}

/**
 * Turns what another help centre exports into a folder that `docent build` takes. With errors nothing is written, and all of them
 * are in the `HelpBuildError`.
 * @example await importHelp({ format: 'zendesk', source: 'export/', outDir: 'help' })
 */
export async function importHelp({ format, source, outDir }: ImportHelpOptions): Promise<ImportHelpResult> {
  const problems = createProblems()
  const known = formats[format]
  if (!known)
    problems.error({ file: source }, `There is no format “${format}”`, `Choose one of ${importFormats.join(', ')}`)
  const sources = known ? await readSources(source, known.files) : []
  if (known && sources.length === 0)
    problems.error({ file: source }, `There is no file for ${format} here`, 'Name the export, or the folder it is in')
  const texts = sources.flatMap(({ file, bytes }): ImportSource[] => {
    const text = decodeText(bytes, file, problems)
    return text === undefined ? [] : [{ file, text }]
  })
  const help = known?.read(texts, problems)
  if (sources.length > 0 && help?.articles.length === 0 && problems.list.length === 0)
    problems.error({ file: source }, 'There is no article in it', `Is it really an export of ${format}?`)
  const isBroken = problems.list.some(({ severity }) => severity === 'error')
  if (!help || isBroken) throw new HelpBuildError(sortProblems(problems.list))
  const files = await writeHelp(help, outDir, problems)
  return {
    articles: help.articles.length,
    categories: help.categories.length,
    drafts: help.articles.filter(({ isDraft }) => isDraft).length,
    files,
    warnings: sortProblems(problems.list),
  }
}

async function readSources(source: string, files: RegExp): Promise<{ file: string; bytes: Buffer }[]> {
  const found = await stat(source).catch(() => undefined)
  if (!found) return []
  if (found.isFile()) return [{ file: source, bytes: await readFile(source) }]
  const entries = await readdir(source, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile() && files.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  const own = names.filter((name) => !/(^|[/\\])(node_modules|\.[^/\\]+)[/\\]/.test(relative(source, name))).sort()
  return Promise.all(
    own.map(async (file) => ({ file: relative(source, file).replaceAll('\\', '/'), bytes: await readFile(file) })),
  )
}
