import { checkFields } from '@docent/core'
import type { ChatOptions } from './options.ts'

/** Throws what is wrong, at `chat()`. */
export const checkChatOptions = (options: ChatOptions): void =>
  checkFields('chat()', { suggestArticles: 'boolean' }, options)
