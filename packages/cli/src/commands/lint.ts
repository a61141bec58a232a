import { lintHelp } from '@docent/faq/build'
import { type Command, createCommand, type ExitCode } from '../command.ts'
import { amount } from '../format.ts'
import { createProgress } from '../progress.ts'
import { reportProblems } from '../report-problems.ts'
import type { Terminal } from '../terminal.ts'

/** `docent lint help`: what is wrong with the articles, and what could be better. */
export const lintCommand = (terminal: Terminal): Command =>
  createCommand({
    meta: { name: 'lint', description: 'Find what is wrong with a folder of articles' },
    args: {
      folder: { type: 'positional', description: 'Markdown files and categories.yml', required: true },
      locale: { type: 'string', description: 'Main language, default en', valueHint: 'tag' },
      strict: { type: 'boolean', description: 'Warnings fail as well' },
    },
    run: async ({ args }): Promise<ExitCode> => {
      const progress = createProgress(terminal)
      const { articles, problems } = await lintHelp({
        sourceDir: args.folder,
        ...(args.locale && { defaultLocale: args.locale }),
        onProgress: progress.show,
      })
      progress.end()
      reportProblems(problems, terminal)
      const errors = problems.filter(({ severity }) => severity === 'error').length
      const warnings = problems.length - errors
      terminal.print(`${amount(articles, 'article')}: ${amount(errors, 'error')}, ${amount(warnings, 'warning')}`)
      return errors > 0 || (args.strict && warnings > 0) ? 1 : 0
    },
  })
