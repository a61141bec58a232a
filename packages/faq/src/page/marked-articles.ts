import type { HelpArticleEntry } from '@docent/protocol'
import { controls } from './listen.ts'

/** Those of the articles that the page itself names, in its order. */
export function markedArticles(articles: readonly HelpArticleEntry[]): readonly HelpArticleEntry[] {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-docent-article]')]
  const ids = parts
    .filter((part) => !part.matches(controls))
    .flatMap(({ dataset }) => dataset.docentArticle?.split(/\s+/))
  return ids.flatMap((id) => articles.find((article) => article.id === id) ?? [])
}
