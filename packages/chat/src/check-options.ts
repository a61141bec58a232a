import { checkFields } from '@docent/core'
import type { ChatOptions } from './options.ts'

/** Throws what is wrong, at `chat()`. */
export function checkChatOptions(options: ChatOptions): void {
  checkFields('chat()', { suggestArticles: 'boolean', parts: 'object' }, options)
  const parts = Object.keys(options.parts ?? {}).map((name) => [name, 'function'])
  checkFields('`parts` of chat()', Object.fromEntries(parts), options.parts ?? {})
}
