import { DocentError } from '@docent/core'
import type { NewsOptions } from './options.ts'

function fail(problem: string, remedy: string): never {
  throw new DocentError('option-invalid', problem, remedy)
}

/**
 * Checks what a host passed to `news()`, once, at `createDocent()`.
 * @throws DocentError `option-invalid` or `option-unknown`, with how to mend it
 */
export function checkNewsOptions(options: NewsOptions = {}): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    fail('What `news()` was given is not an object', "Write news({ content: '/help' }) or news()")
  const { content, unreadForDays, ...rest } = options as Record<string, unknown>
  const [unknown] = Object.keys(rest)
  if (unknown)
    throw new DocentError(
      'option-unknown',
      `news() has no option \`${unknown}\``,
      'Options are content and unreadForDays',
    )
  if (content !== undefined && (typeof content !== 'string' || !content || !URL.canParse(content, 'https://page')))
    fail(`\`content\` is ${JSON.stringify(content)}`, "Give the address of the folder, for example '/help'")
  if (unreadForDays !== undefined && !(Number(unreadForDays) >= 0))
    fail(`\`unreadForDays\` is ${JSON.stringify(unreadForDays)}`, 'Give a number of days, 0 for no unread mark')
}
