import type { ChecklistOptions } from '@docent/checklist'
import type { GuideOptions } from '@docent/guide'

/** What a definitions document holds, as the features take it. */
export interface Definitions {
  readonly guide: GuideOptions
  readonly checklist: ChecklistOptions
}
