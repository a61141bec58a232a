import { checkChecklistOptions } from '@docent/checklist/check'
import { checkGuideOptions } from '@docent/guide/check'
import { checkNewsOptions } from '@docent/news/check'
import type { ScriptOptions } from './boot.ts'

/** Checklists and tours with their rules, and what else not every page has. */
export function checkDefinitions({ checklist, guide, news }: ScriptOptions): void {
  if (checklist) checkChecklistOptions(checklist)
  if (guide) checkGuideOptions(guide)
  if (news) checkNewsOptions(news)
}
