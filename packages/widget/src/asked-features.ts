import { checklistFeature } from '@docent/checklist/feature'
import type { Feature } from '@docent/core'
import { newsFeature } from '@docent/news/feature'
import type { ScriptOptions } from './boot.ts'

/** The features that a page has only when it asks for them: a chunk of their own, and one more for the team's own panel. */
export async function askedFeatures({ checklist, developer, guide, news }: ScriptOptions): Promise<readonly Feature[]> {
  const panel = developer ? await import('@docent/guide/developer').catch(console.error) : undefined
  const content = { ...(guide && { guide }), ...(checklist && { checklist }) }
  return [checklist && checklistFeature(checklist), news && newsFeature(news), panel?.developer(content)].filter(
    (feature) => !!feature,
  )
}
