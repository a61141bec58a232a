import { checkChecklistOptions } from '@docent/checklist/check'
import { checkFaqOptions } from '@docent/faq/check'
import { checkGuideOptions } from '@docent/guide/check'
import type { ScriptOptions } from './boot.ts'

/** What `faq()`, `checklist()` and `guide()` check in npm, for the script tag: a chunk that only pages with such options load. */
export function checkScriptOptions({ faq, checklist, guide }: ScriptOptions): void {
  if (faq) checkFaqOptions(faq)
  if (checklist) checkChecklistOptions(checklist)
  if (guide) checkGuideOptions(guide)
}
