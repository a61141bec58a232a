import type { Dirent } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { compare, type Problems } from './problem.ts'
import { decodeText } from './text-file.ts'

export interface SourceFile {
  /** Relative to the source folder, with forward slashes. */
  readonly path: string
  /** For messages: the source folder as the author gave it, and the path. */
  readonly file: string
  readonly text: string
}

/** Everything written in one language. */
export interface LocaleSource {
  readonly locale: string
  readonly articles: readonly SourceFile[]
  readonly categories: SourceFile | undefined
  readonly synonyms: SourceFile | undefined
  /** Entries of What's new: the Markdown files of the folder `news`. */
  readonly news: readonly SourceFile[]
  /** `news.yml` of that folder. */
  readonly feed: SourceFile | undefined
}

export interface SourceOptions {
  readonly sourceDir: string
  readonly outDir: string
  readonly defaultLocale: string
  /** See `BuildHelpOptions`. */
  readonly cacheDir?: string | undefined
}

/**
 * Finds the articles: every Markdown file of the folder, or, when a sub-folder is named after the default locale, those of
 * each locale's folder. Names that begin with `.` or `_` are drafts, and a README is for the authors; neither is an article.
 */
export async function readSource(options: SourceOptions, problems: Problems): Promise<LocaleSource[]> {
  const { sourceDir, defaultLocale } = options
  const isFolder = await stat(sourceDir).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) {
    problems.error({ file: sourceDir }, 'There is no such folder', 'Give the folder that holds your Markdown files')
    return []
  }
  const top = await list(sourceDir)
  const folders = top.filter((entry) => entry.isDirectory() && isLocale(entry.name)).map((entry) => entry.name)
  const shared = await readYamlFile(options, 'categories', problems)
  const layout = folders.includes(defaultLocale) ? folders : ['']
  const sources = await Promise.all(
    layout.map(async (folder): Promise<LocaleSource> => {
      const path = folder === '' ? '' : `${folder}/`
      const all = await readArticles(options, folder, problems)
      const isNews = (file: SourceFile): boolean => file.path.startsWith(`${path}news/`)
      const categories = path === '' ? shared : ((await readYamlFile(options, `${path}categories`, problems)) ?? shared)
      // Words are of one language: those beside the languages are of none.
      const synonyms = await readYamlFile(options, `${path}synonyms`, problems)
      const feed = await readYamlFile(options, `${path}news/news`, problems)
      const articles = all.filter((file) => !isNews(file))
      return { locale: folder || defaultLocale, articles, categories, synonyms, news: all.filter(isNews), feed }
    }),
  )
  const found = sources.filter(({ articles, news }) => articles.length + news.length > 0)
  if (found.length === 0 && problems.list.length === 0)
    problems.error(
      { file: sourceDir },
      'There is no article in this folder',
      'Add a Markdown file with a title and a category',
    )
  return found
}

/** A language tag as folders use it: `en`, `pt-BR`, `zh-Hans`. Three letters are left to ordinary folders such as `api`. */
const isLocale = (name: string): boolean => /^[a-z]{2}(-[A-Za-z0-9]{2,8})*$/.test(name)

const isIgnored = (name: string): boolean => /^[._]|^readme\.md$|^node_modules$/i.test(name)

async function list(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => !isIgnored(entry.name)).sort((a, b) => compare(a.name, b.name))
}

async function readArticles(options: SourceOptions, folder: string, problems: Problems): Promise<SourceFile[]> {
  const absolute = join(options.sourceDir, folder)
  if (options.outDir && resolve(absolute) === resolve(options.outDir)) return []
  const found = (await list(absolute)).map(async (entry): Promise<readonly SourceFile[]> => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return readArticles(options, path, problems)
    const file = /\.(md|markdown)$/i.test(entry.name) && (await readSourceFile(options, path, problems))
    return file ? [file] : []
  })
  return (await Promise.all(found)).flat()
}

/** `undefined` when there is none. `name`: its path without the ending. */
export async function readYamlFile(
  options: Pick<SourceOptions, 'sourceDir'>,
  name: string,
  problems: Problems,
): Promise<SourceFile | undefined> {
  for (const path of [`${name}.yml`, `${name}.yaml`]) {
    const exists = await stat(join(options.sourceDir, path)).then(
      (found) => found.isFile(),
      () => false,
    )
    if (exists) return readSourceFile(options, path, problems)
  }
  return undefined
}

async function readSourceFile(options: Pick<SourceOptions, 'sourceDir'>, path: string, problems: Problems) {
  const file = join(options.sourceDir, path)
  const text = decodeText(await readFile(file), file, problems)
  return text === undefined ? undefined : { path, file, text }
}
