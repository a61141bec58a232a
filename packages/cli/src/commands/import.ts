import { HelpBuildError, importFormats, importHelp } from '@docent/faq/build'
import { type Command, createCommand, type ExitCode } from '../command.ts'
import { amount } from '../format.ts'
import { reportProblems } from '../report-problems.ts'
import type { Terminal } from '../terminal.ts'

/** `docent import zendesk export/ --out help`: another help centre as a folder of Markdown. */
export const importCommand = (terminal: Terminal): Command =>
  createCommand({
    meta: { name: 'import', description: 'Make a folder of Markdown of another help centre' },
    args: {
      format: { type: 'positional', description: importFormats.join(', '), required: true },
      source: { type: 'positional', description: 'The export: a file, or a folder of files', required: true },
      out: { type: 'string', description: 'Where the Markdown goes', valueHint: 'folder', required: true },
    },
    run: async ({ args }): Promise<ExitCode> => {
      try {
        const { articles, categories, drafts, files, warnings } = await importHelp({
          format: args.format,
          source: args.source,
          outDir: args.out,
        })
        reportProblems(warnings, terminal)
        terminal.print(`Imported ${amount(articles, 'article')}, ${amount(categories, 'category', 'categories')}`)
        if (drafts > 0) terminal.print(`${amount(drafts, 'draft')}: begin with “_”, so that a build leaves them out`)
        terminal.print(`${amount(files, 'file')} → ${args.out}`)
        return 0
      } catch (error) {
        if (!(error instanceof HelpBuildError)) throw error
        reportProblems(error.problems, terminal)
        terminal.say('Nothing was written.')
        return 1
      }
    },
  })
