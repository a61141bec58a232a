import { didYouMean, sentence } from '@docent/faq/build'
import { type Command, type ExitCode, usageOf } from './command.ts'
import { buildCommand } from './commands/build.ts'
import { checkCommand } from './commands/check.ts'
import { faqTestCommand } from './commands/faq-test.ts'
import { importCommand } from './commands/import.ts'
import { lintCommand } from './commands/lint.ts'
import type { Terminal } from './terminal.ts'
import { version } from './version.ts'

const root = { meta: { name: 'docent', description: 'Compile and check what Docent shows' } }

/** Runs one command line. Never throws for what a user can do wrong. */
export async function runDocent(commandLine: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const words = commandLine[0] === 'faq' && commandLine[1] === 'test' ? 2 : 1
  const [name, rest] = [commandLine.slice(0, words).join(' ') || '--help', commandLine.slice(words)]
  const commands = new Map<string, Command>([
    ['build', buildCommand(terminal)],
    ['lint', lintCommand(terminal)],
    ['check', checkCommand(terminal)],
    ['import', importCommand(terminal)],
    ['faq test', faqTestCommand(terminal)],
  ])
  if (name === '--version' || name === '-v') {
    terminal.print(version())
    return 0
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const subCommands = Object.fromEntries([...commands].map(([key, { definition }]) => [key, definition]))
    terminal.print(await usageOf({ ...root, subCommands }))
    return commandLine.length === 0 ? 2 : 0
  }
  const command = commands.get(name)
  if (!command) return refuse(unknown(name, commands), terminal)
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.print(await command.usage(root))
    return 0
  }
  const fault = command.fault(rest)
  return fault === undefined ? command.run(rest) : refuse(`${fault} See docent ${name} --help.`, terminal)
}

function unknown(name: string, commands: ReadonlyMap<string, Command>): string {
  const isFlag = name.startsWith('-')
  const known = isFlag ? ['--help', '--version'] : [...commands.keys()]
  const remedy = sentence(didYouMean(name, known, `There is: ${known.join(', ')}`))
  return `There is no ${isFlag ? 'flag' : 'command'} “${name}”. ${remedy} See docent --help.`
}

function refuse(message: string, terminal: Terminal): ExitCode {
  terminal.say(message)
  return 2
}
