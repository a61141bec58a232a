import { type ReadonlySignal, signal } from '@preact/signals'
import type { FunctionComponent } from 'preact'
import type { ArticleProps } from './article/Article.tsx'

/** What draws an article: a chunk of its own, because many searches end without one. */
export interface ArticlePart {
  readonly Article: ReadonlySignal<FunctionComponent<ArticleProps> | undefined>
  readonly hasFailed: ReadonlySignal<boolean>
  /** Loads it; again after a failure. Never rejects. */
  load(): Promise<void>
}

export function createArticlePart(report: (error: unknown) => void): ArticlePart {
  const Article = signal<FunctionComponent<ArticleProps> | undefined>(undefined)
  const hasFailed = signal(false)
  return {
    Article,
    hasFailed,
    async load() {
      if (Article.peek()) return
      hasFailed.value = false
      try {
        const part = await import('./article/index.ts')
        Article.value = part.Article
      } catch (error) {
        hasFailed.value = true
        report(error)
      }
    },
  }
}
