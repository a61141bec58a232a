import { testHelpSearch } from '@docent/faq/build'
import { type Command, createCommand, type ExitCode } from '../command.ts'
import { amount } from '../format.ts'
import { createProgress } from '../progress.ts'
import { reportProblems } from '../report-problems.ts'
import type { Terminal } from '../terminal.ts'

/** `docent faq test help`: whether what visitors ask still finds what the team knows it should. */
export const faqTestCommand = (terminal: Terminal): Command =>
  createCommand({
    meta: { name: 'faq test', description: 'Ask the search what queries.yml of a folder of articles says' },
    args: {
      folder: { type: 'positional', description: 'Markdown files and queries.yml', required: true },
      locale: { type: 'string', description: 'Main language, default en', valueHint: 'tag' },
    },
    run: async ({ args }): Promise<ExitCode> => {
      const progress = createProgress(terminal)
      const { queries, found, problems } = await testHelpSearch({
        sourceDir: args.folder,
        ...(args.locale && { defaultLocale: args.locale }),
        onProgress: progress.show,
      })
      progress.end()
      const errors = problems.filter(({ severity }) => severity === 'error')
      reportProblems(errors, terminal)
      terminal.print(`${amount(queries, 'query', 'queries')}: ${found} found as they should, ${queries - found} not`)
      return errors.length > 0 ? 1 : 0
    },
  })
