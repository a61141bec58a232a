import { checkChatOptions } from '@docent/chat/check'
import { checkOptions, type DocentOptions } from '@docent/core'
import { checkFaqOptions } from '@docent/faq/check'
import type { ScriptOptions } from './boot.ts'

/** What `createDocent()` and the features check in npm, for the script tag: chunks that only pages with such options load. */
export async function checkScriptOptions(given: ScriptOptions): Promise<void> {
  const { server: _, chat, faq, checklist, guide, news, ...options } = given
  checkOptions(options as Partial<DocentOptions>)
  if (chat) checkChatOptions(chat)
  if (faq) checkFaqOptions(faq)
  if (checklist || guide || news) (await import('./check-definitions.ts').catch(console.error))?.checkDefinitions(given)
}
