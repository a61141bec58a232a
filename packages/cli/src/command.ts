import { type ArgsDef, type CommandDef, renderUsage, runCommand, type SubCommandsDef } from 'citty'
import { flagFault } from './check-flags.ts'

/** 0: done. 1: the content has errors. 2: the command was not understood. */
export type ExitCode = 0 | 1 | 2

/** One word after `docent`, with the types of its arguments closed over. */
export interface Command {
  readonly definition: SubCommandsDef[string]
  usage(parent: Parent): Promise<string>
  /** What is wrong with the arguments, as a sentence. */
  fault(rawArgs: readonly string[]): string | undefined
  run(rawArgs: readonly string[]): Promise<ExitCode>
}

/** What stands before the command's name. */
type Parent = Pick<CommandDef, 'meta'>

type Definition<T extends ArgsDef> = Omit<CommandDef<T>, 'args' | 'run'> & {
  readonly args: T
  run: (context: Parameters<NonNullable<CommandDef<T>['run']>>[0]) => Promise<ExitCode>
}

export const createCommand = <const T extends ArgsDef>(definition: Definition<T>): Command => ({
  definition,
  usage: (parent) => usageOf(definition, parent),
  fault: (rawArgs) => flagFault(rawArgs, definition.args),
  run: async (rawArgs) => (await runCommand(definition, { rawArgs: [...rawArgs] })).result as ExitCode,
})

/** citty colours it where the screen can; spaces at the ends of lines are left out. */
export const usageOf = async <T extends ArgsDef>(definition: CommandDef<T>, parent?: Parent): Promise<string> =>
  (await renderUsage(definition, parent)).replace(/[ \t]+$/gm, '').trim()
