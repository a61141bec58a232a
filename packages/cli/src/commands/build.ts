import { type BuildHelpOptions, type BuildHelpResult, buildHelp, HelpBuildError } from '@docent/faq/build'
import { cacheDir } from '../cache-dir.ts'
import { type Command, createCommand, type ExitCode } from '../command.ts'
import { amount, duration, size } from '../format.ts'
import { createProgress } from '../progress.ts'
import { reportProblems } from '../report-problems.ts'
import type { Terminal } from '../terminal.ts'

/** `docent build help --out public/help`: Markdown to a help centre. */
export const buildCommand = (terminal: Terminal): Command =>
  createCommand({
    meta: { name: 'build', description: 'Compile a folder of Markdown to a help centre' },
    args: {
      folder: { type: 'positional', description: 'Markdown files and categories.yml', required: true },
      out: { type: 'string', description: 'Where the help centre goes', valueHint: 'folder', required: true },
      restricted: { type: 'string', description: 'Where what not everyone may read goes', valueHint: 'folder' },
      locale: { type: 'string', description: 'Main language, default en', valueHint: 'tag' },
    },
    run: ({ args }) => {
      const options = {
        sourceDir: args.folder,
        outDir: args.out,
        ...(args.locale && { defaultLocale: args.locale }),
        ...(args.restricted && { restrictedDir: args.restricted }),
        ...cacheDir(),
      }
      return build(options, terminal)
    },
  })

async function build(options: BuildHelpOptions, terminal: Terminal): Promise<ExitCode> {
  const startedAt = performance.now()
  const progress = createProgress(terminal)
  try {
    const result = await buildHelp({ ...options, onProgress: progress.show })
    progress.end()
    reportProblems(result.warnings, terminal)
    summarise(result, options.outDir, performance.now() - startedAt, terminal)
    return 0
  } catch (error) {
    progress.end()
    if (!(error instanceof HelpBuildError)) return reportFailure(error, terminal)
    reportProblems(error.problems, terminal)
    const errors = error.problems.filter((problem) => problem.severity === 'error').length
    terminal.say(`${amount(errors, 'error')}. Nothing was written; ${options.outDir} is as it was.`)
    return 1
  }
}

function summarise(result: BuildHelpResult, outDir: string, tookMs: number, terminal: Terminal): void {
  const { articles, categories, restrictedArticles, news, images, locales, files, bytes, warnings } = result
  const parts = [amount(articles, 'article'), amount(categories, 'category', 'categories')]
  if (locales.length > 1) parts.push(`${locales.length} languages (${locales.join(', ')})`)
  if (restrictedArticles > 0) parts.push(`${restrictedArticles} of the articles not for everyone`)
  if (news > 0) parts.push(amount(news, 'entry of news', 'entries of news'))
  if (images > 0) parts.push(amount(images, 'image'))
  terminal.print(`Built ${parts.join(', ')}`)
  terminal.print(`${amount(files, 'file')}, ${size(bytes)}, ${duration(tookMs)} → ${outDir}`)
  if (warnings.length > 0) terminal.print(`${amount(warnings.length, 'warning')} above`)
}

/** A full disk, a folder that may not be written: what the system says, without a stack. */
function reportFailure(error: unknown, terminal: Terminal): ExitCode {
  if (!(error instanceof Error && 'code' in error)) throw error
  terminal.say(`The help centre could not be written: ${error.message}`)
  return 1
}
