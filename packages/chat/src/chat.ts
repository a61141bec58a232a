import type { Feature } from '@docent/core'
import { checkChatOptions } from './check-options.ts'
import { type ChatApi, chatFeature } from './feature.ts'
import type { ChatOptions } from './options.ts'

/**
 * Live chat with a team: conversations, delivery that is told honestly, unread marks.
 * @example createDocent({ transport, features: [chat()] })
 */
export function chat(options: ChatOptions = {}): Feature<'chat', ChatApi> {
  checkChatOptions(options)
  return chatFeature(options)
}
