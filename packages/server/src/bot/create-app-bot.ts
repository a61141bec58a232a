import { resolve } from 'node:path'
import { createStartError } from '../base/start-error.ts'
import type { AppOptions } from '../options/server-options.ts'
import { createHelpBot } from './help-bot.ts'
import { createHelpLibrary } from './help-library.ts'
import type { AppBot } from './run-bots.ts'

/** The bot that an app turned on. */
export function createAppBot({ id, bot, helpDir }: AppOptions): AppBot | undefined {
  if (bot === undefined || bot === false) return undefined
  const { name = 'Assistant', avatarUrl, answer, words } = bot === true ? {} : bot
  if (!answer && helpDir === undefined) {
    const message = `apps.${id}.bot: answers from the help centre, but the app has none. Set \`helpDir\`, or give \`bot.answer\`.`
    throw createStartError('option-invalid', message)
  }
  return {
    author: { kind: 'bot', name, ...(avatarUrl !== undefined && { avatarUrl }) },
    answer: answer ?? createHelpBot(createHelpLibrary(resolve(helpDir ?? '')), words),
  }
}
