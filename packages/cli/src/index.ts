export type { ExitCode } from './command.ts'
export { runDocent } from './run-docent.ts'
export { processTerminal, type Terminal } from './terminal.ts'
