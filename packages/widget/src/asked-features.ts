import { checklistFeature } from '@docent/checklist/feature'
import type { Feature } from '@docent/core'
import { newsFeature } from '@docent/news/feature'
import type { ScriptOptions } from './boot.ts'

/** The features that a page has only when it asks for them: a chunk of their own. */
export const askedFeatures = ({ checklist, news }: ScriptOptions): readonly Feature[] =>
  [checklist && checklistFeature(checklist), news && newsFeature(news)].filter((feature) => !!feature)
