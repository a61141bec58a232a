import { formatPlace, type HelpProblem } from '@docent/faq/build'
import type { Terminal } from './terminal.ts'

/** Two lines each: where and what, then how to mend it. */
export function reportProblems(problems: readonly HelpProblem[], terminal: Terminal): void {
  for (const problem of problems) {
    terminal.say(`${formatPlace(problem)} ${problem.severity}: ${problem.message}`)
    terminal.say(`    ${problem.remedy}`)
  }
}
