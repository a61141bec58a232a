import type { FeatureContext } from '@docent/core'
import type { HelpArticleEntry, Id } from '@docent/protocol'
import type { HelpModel } from '../../model.ts'

/** The visitor reads an article. */
export function tellViewed(context: FeatureContext, model: HelpModel, { id, title }: HelpArticleEntry): void {
  const { read, trail } = model
  model.settle()
  read.add(id)
  if (trail.article?.id === id) return
  trail.article = { id, title }
  context.track('article_viewed', { id })
}

const ratingKey = (id: Id): string => `faq/${id}/helpful`

/** Whether an article helped; when it did not, perhaps why. */
export function rate(context: FeatureContext, id: Id, helpful: boolean, reason?: string): void {
  context.state.put({ key: ratingKey(id), value: helpful, merge: 'last' })
  context.track('article_rated', { id, helpful, ...(reason && { reason }) })
}

/** What the visitor said about an article. Follows it when read in an effect. */
export const ratingOf = ({ state }: FeatureContext, id: Id): boolean | undefined =>
  state.entries.value?.get(ratingKey(id))?.value as boolean | undefined
