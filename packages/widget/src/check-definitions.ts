import { checkChecklistOptions } from '@docent/checklist/check'
import { checkGuideOptions } from '@docent/guide/check'
import type { ScriptOptions } from './boot.ts'

/** Checklists and tours, with their rules. */
export function checkDefinitions({ checklist, guide }: ScriptOptions): void {
  if (checklist) checkChecklistOptions(checklist)
  if (guide) checkGuideOptions(guide)
}
