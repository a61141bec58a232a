import { extname } from 'node:path'
import { sturdyScore } from '@docent/guide/targets'
import { readDefinitions } from 'docent/definitions'
import { BrowserError } from '../check-page/browser-error.ts'
import { type CheckedTarget, checkTargets } from '../check-page/check-targets.ts'
import { collectTargets } from '../check-page/collect-targets.ts'
import { describeTarget } from '../check-page/describe-target.ts'
import { openBrowser } from '../check-page/open-browser.ts'
import { probeScript } from '../check-page/probe-script.ts'
import { writeFixes } from '../check-page/write-fixes.ts'
import { type Command, createCommand, type ExitCode } from '../command.ts'
import { DefinitionsFileError, readDefinitionsFile } from '../definitions/read-definitions-file.ts'
import { amount } from '../format.ts'
import type { Terminal } from '../terminal.ts'

/** `docent check https://app.acme.com --definitions docent.json`: whether tours and tips find what they point at, on the real pages. */
export const checkCommand = (terminal: Terminal): Command =>
  createCommand({
    meta: { name: 'check', description: 'Open your pages in a browser and look for what tours and tips point at' },
    args: {
      url: { type: 'positional', description: 'Where your app is', required: true },
      definitions: {
        type: 'string',
        description: 'JSON, or a module that exports them',
        valueHint: 'file',
        required: true,
      },
      pages: {
        type: 'string',
        description: 'More pages to open, with commas between: /invoices/42',
        valueHint: 'paths',
      },
      'storage-state': { type: 'string', description: 'Who is signed in, as Playwright writes it', valueHint: 'file' },
      browser: { type: 'string', description: 'A Chromium; default the one that is found', valueHint: 'path' },
      wait: { type: 'string', description: 'How long a page has to show all of it, default 5000', valueHint: 'ms' },
      fix: { type: 'boolean', description: 'Write sturdier ways to name a target into the JSON' },
      strict: { type: 'boolean', description: 'Warnings fail as well' },
    },
    run: async ({ args }): Promise<ExitCode> => {
      try {
        const document = await readDefinitionsFile(args.definitions)
        const wanted = collectTargets(readDefinitions(document))
        const script = await probeScript()
        const { browser, context } = await openBrowser({
          ...(args.browser && { executable: args.browser }),
          ...(args['storage-state'] && { storageState: args['storage-state'] }),
        })
        const pages = args.pages?.split(',').filter(Boolean) ?? []
        const checked = await checkTargets(context, wanted, {
          ...{ base: args.url, pages, waitMs: Number(args.wait ?? 5000), script },
        }).finally(() => browser.close())
        const code = tell(checked, args.strict === true, terminal)
        if (args.fix) await fix(args.definitions, checked, terminal)
        return code
      } catch (error) {
        return refuse(error, terminal)
      }
    },
  })

/** One line for each target; then what would be better. */
function tell(checked: readonly CheckedTarget[], isStrict: boolean, terminal: Terminal): ExitCode {
  const lines = checked.map((one) => describeTarget(one, sturdyScore))
  for (const { line, remedy } of lines) {
    terminal.print(line)
    if (remedy) terminal.print(`    ${remedy}`)
  }
  const count = (severity: string): number => lines.filter((one) => one.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  terminal.print(`${amount(checked.length, 'target')}: ${amount(errors, 'error')}, ${amount(warnings, 'warning')}`)
  return errors > 0 || (isStrict && warnings > 0) ? 1 : 0
}

async function fix(file: string, checked: readonly CheckedTarget[], terminal: Terminal): Promise<void> {
  if (extname(file) !== '.json')
    return terminal.say(`--fix writes JSON only; put the ways above into ${file} yourself.`)
  const changed = await writeFixes(file, checked)
  terminal.print(changed.length > 0 ? `Written to ${file}: ${changed.join(', ')}` : 'There was nothing to write')
}

function refuse(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof BrowserError) terminal.say(`${error.code}: ${error.message}. ${error.remedy}.`)
  else if (error instanceof DefinitionsFileError) terminal.say(`${error.file}: ${error.message}. ${error.remedy}.`)
  else if (error instanceof Error && 'remedy' in error) terminal.say(error.message)
  else throw error
  return error instanceof BrowserError && error.code === 'page-unreachable' ? 1 : 2
}
