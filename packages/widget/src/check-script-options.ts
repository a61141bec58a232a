import { checkChatOptions } from '@docent/chat/check'
import { checkOptions, type DocentOptions } from '@docent/core'
import { checkFaqOptions } from '@docent/faq/check'
import type { ScriptOptions } from './boot.ts'

/**
 * What `createDocent()` and the features check in npm, for the script tag: chunks that only pages with such options load. What
 * `definitions` leads to is put into `given`.
 */
export async function checkScriptOptions(given: ScriptOptions): Promise<void> {
  const { server: _, definitions, developer: __, chat, faq, checklist, guide, news, ...options } = given
  checkOptions(options as Partial<DocentOptions>)
  if (chat) checkChatOptions(chat)
  if (faq) checkFaqOptions(faq)
  if (checklist || guide || news || definitions)
    await (await import('./check-definitions.ts').catch(console.error))?.checkDefinitions(given)
}
