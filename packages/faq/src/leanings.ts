import { type FeatureContext, once, pathOf } from '@docent/core'
import type { HelpArticleEntry, Id } from '@docent/protocol'
import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Trail } from './feature.ts'
import { matchesPage } from './matches-page.ts'
import type { HelpState } from './reduce.ts'
import type { Leanings } from './search/rank.ts'

/** What speaks for an article besides what it says: where the visitor is, how far they are, and what they have read. */
export function createLeanings(
  context: FeatureContext,
  state: ReadonlySignal<HelpState>,
  trail: Trail,
  /** Articles that were read on this page view. */
  read: ReadonlySet<Id>,
): Leanings & { forPage(limit?: number): readonly HelpArticleEntry[] } {
  const isForPage = ({ pages }: HelpArticleEntry): boolean =>
    pages.some((pattern) => matchesPage(pattern, pathOf(context.page.url.value)))
  const isForStage = signal<(article: HelpArticleEntry) => boolean>(() => false)
  const readStages = once(async () => {
    const { evaluate } = await context.targeting()
    isForStage.value = ({ stages: is }) => is !== undefined && evaluate({ kind: 'stage', is }).verdict === true
  })
  // Rules are loaded only for a help centre that speaks of stages.
  context.scope.effect(() => {
    if (state.value.content?.articles.some(({ stages }) => stages)) readStages().catch(context.report)
  })
  return {
    isForPage,
    isForStage: (article) => isForStage.value(article),
    wasRead: ({ id }) => read.has(id),
    forPage(limit = 3) {
      const articles = state.value.content?.articles ?? []
      const fitting = articles.filter(isForPage)
      const now = fitting.filter(isForStage.value)
      return [...new Set([...(trail.marked?.(articles) ?? []), ...now, ...fitting])].slice(0, limit)
    },
  }
}
