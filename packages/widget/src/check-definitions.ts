import { checkChecklistOptions } from '@docent/checklist/check'
import { documentLanguage } from '@docent/core'
import { checkGuideOptions } from '@docent/guide/check'
import { checkNewsOptions } from '@docent/news/check'
import type { ScriptOptions } from './boot.ts'

/** Checklists and tours with their rules, also those of a file. What cannot be loaded is told on the console, and the widget goes without. */
export async function checkDefinitions(given: ScriptOptions): Promise<void> {
  const { checklist, definitions, guide, news } = given
  if (checklist) checkChecklistOptions(checklist)
  if (guide) checkGuideOptions(guide)
  if (news) checkNewsOptions(news)
  if (!definitions) return
  try {
    const { loadDefinitions } = await import('./definitions/load-definitions.ts')
    const { server, app, locale = documentLanguage() } = given
    const place = { definitions, locale, ...(server && { server }), ...(app && { app }) }
    Object.assign(given, await loadDefinitions(place))
  } catch (error) {
    console.error(error)
  }
}
