import { readdir, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type HelpProblem, lintHelp } from '@docent/faq/build'
import { type Command, createCommand, type ExitCode } from '../command.ts'
import { lintDefinitions } from '../definitions/lint-definitions.ts'
import { DefinitionsFileError, readDefinitionsFile } from '../definitions/read-definitions-file.ts'
import { amount } from '../format.ts'
import { createProgress } from '../progress.ts'
import { reportProblems } from '../report-problems.ts'
import type { Terminal } from '../terminal.ts'

interface Found {
  readonly problems: readonly HelpProblem[]
  /** What was looked at, in words. */
  readonly what: string
}

/** `docent lint help`, `docent lint docent.json`: what is wrong with articles or definitions, and what could be better. */
export const lintCommand = (terminal: Terminal): Command =>
  createCommand({
    meta: { name: 'lint', description: 'Find what is wrong with articles, or with tours and checklists' },
    args: {
      source: { type: 'positional', description: 'Folder of articles, or file with definitions', required: true },
      locale: { type: 'string', description: 'Main language of the articles, default en', valueHint: 'tag' },
      articles: { type: 'string', description: 'Articles that the definitions may name', valueHint: 'folder' },
      strict: { type: 'boolean', description: 'Warnings fail as well' },
    },
    run: async ({ args }): Promise<ExitCode> => {
      const isFile = await stat(args.source).then(
        (found) => found.isFile(),
        () => /\.\w+$/.test(args.source),
      )
      const { problems, what } = isFile
        ? await lintFile(args.source, args.articles)
        : await lintArticles(args.source, args.locale, terminal)
      reportProblems(problems, terminal)
      const errors = problems.filter(({ severity }) => severity === 'error').length
      const warnings = problems.length - errors
      terminal.print(`${what}: ${amount(errors, 'error')}, ${amount(warnings, 'warning')}`)
      return errors > 0 || (args.strict && warnings > 0) ? 1 : 0
    },
  })

async function lintArticles(sourceDir: string, locale: string | undefined, terminal: Terminal): Promise<Found> {
  const progress = createProgress(terminal)
  const { articles, problems } = await lintHelp({
    sourceDir,
    ...(locale && { defaultLocale: locale }),
    onProgress: progress.show,
  })
  progress.end()
  return { problems, what: amount(articles, 'article') }
}

async function lintFile(file: string, articles: string | undefined): Promise<Found> {
  try {
    const document = await readDefinitionsFile(file)
    return {
      problems: lintDefinitions(document, file, articles === undefined ? undefined : await idsIn(articles)),
      what: countsOf(document),
    }
  } catch (error) {
    if (!(error instanceof DefinitionsFileError)) throw error
    const { message, remedy } = error
    return { problems: [{ severity: 'error', file, message, remedy }], what: 'No definitions' }
  }
}

/** An article's id is the name of its file; those with `_` are drafts. */
async function idsIn(folder: string): Promise<ReadonlySet<string>> {
  const files = await readdir(folder, { recursive: true }).catch(() => {
    throw new DefinitionsFileError(folder, `There is no folder ${folder}`, 'Name the folder of articles')
  })
  return new Set(files.filter((file) => /(^|[/\\])[^_/\\]*\.md$/.test(file)).map((file) => basename(file, '.md')))
}

function countsOf(document: Readonly<Record<string, unknown>>): string {
  const count = (name: string): number => (Array.isArray(document[name]) ? document[name].length : 0)
  const kinds = ['tour', 'tip', 'hotspot', 'banner', 'nudge', 'checklist']
  const parts = kinds.flatMap((kind) => (count(`${kind}s`) > 0 ? [amount(count(`${kind}s`), kind)] : []))
  return parts.join(', ') || 'Nothing'
}
