import { DocentError } from '@docent/core'
import { fieldProblem, ruleProblem } from '@docent/core/rules'

/**
 * Checks the `nudges` of `guide()`.
 * @throws DocentError `option-invalid`, with the path of the offending field and how to mend it
 */
export function checkNudges(nudges: unknown): void {
  if (nudges === undefined) return
  if (!Array.isArray(nudges)) fail('`nudges` is not a list', 'Pass guide({ nudges: [ … ] })')
  const ids = new Set<unknown>()
  nudges.forEach((nudge: unknown, index) => {
    const at = `nudges[${index}]`
    if (typeof nudge !== 'object' || nudge === null) fail(`\`${at}\` is not an object`, 'Write { id, when, text }')
    const { id, when, text, delayMs, again, answer, snooze } = nudge as Record<string, unknown>
    if (typeof id !== 'string' || !/^[\w.-]{1,80}$/.test(id))
      fail(`\`${at}.id\` is ${JSON.stringify(id)}`, 'Use 1 to 80 letters, digits, dots, dashes or underscores')
    if (ids.has(id)) fail(`\`${at}.id\` is "${id}", as is that of another`, 'Give each its own id')
    ids.add(id)
    if (typeof text !== 'string' || !text.trim())
      fail(`\`${at}.text\` is not a text`, 'Write what the visitor reads there')
    const problem =
      ruleProblem(when, `${at}.when`) ??
      (again === undefined ? undefined : fieldProblem('duration', again, `${at}.again`)) ??
      (snooze === undefined ? undefined : fieldProblem('duration', snooze, `${at}.snooze`))
    if (problem) fail(problem, 'See the guide on rules for every kind and its fields')
    if (answer !== undefined && typeof answer !== 'boolean')
      fail(`\`${at}.answer\` is ${JSON.stringify(answer)}`, 'Write true where it may be answered')
    if (delayMs !== undefined && !(typeof delayMs === 'number' && delayMs >= 0))
      fail(`\`${at}.delayMs\` is ${JSON.stringify(delayMs)}`, 'Give a number of milliseconds from 0')
  })
}

function fail(problem: string, remedy: string): never {
  throw new DocentError('option-invalid', problem, remedy)
}
