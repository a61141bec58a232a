import type { FeatureContext } from '@docent/core'
import type { HelpShard, Id } from '@docent/protocol'
import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { FaqOptions } from '../options.ts'
import type { HelpEvent, HelpState } from '../reduce.ts'
import { type ArticleState, articleIn, type BodyFile } from './article-in.ts'
import { findArticle, type HelpContent } from './help-content.ts'
import type { Library } from './library.ts'

/** The texts of articles, a chunk that comes with the views that show them. */
export interface Bodies {
  /** What can be shown of an article. Follows it when read in an effect. */
  article(id: Id): ArticleState
  /** Gets the body of an article. Never rejects: a failure is in what `article` says. */
  need(id: Id): Promise<void>
  /** Fetches all bodies for a time without a connection, one after another. Ends at the first failure. */
  fetchAhead(): Promise<void>
}

export interface BodiesParts {
  readonly context: FeatureContext
  readonly options: Pick<FaqOptions, 'offlinePictures'>
  readonly library: Library
  readonly fetch: typeof globalThis.fetch
  readonly state: ReadonlySignal<HelpState>
  readonly dispatch: (event: HelpEvent) => void
}

export function createBodies({ context, options, library, fetch, state, dispatch }: BodiesParts): Bodies {
  const files = signal<ReadonlyMap<string, BodyFile>>(new Map())
  const fetching = new Map<string, Promise<void>>()
  const put = (name: string, file: BodyFile): void => void (files.value = new Map(files.peek()).set(name, file))

  function fetchFile({ base }: HelpContent, name: string): Promise<void> {
    if (typeof files.peek().get(name) === 'object') return Promise.resolve()
    const request =
      fetching.get(name) ??
      library
        .file<HelpShard>(base, name)
        .then((shard) => put(name, shard))
        .finally(() => fetching.delete(name))
    fetching.set(name, request)
    return request
  }

  async function need(id: Id, mayRefresh = true): Promise<void> {
    const content = state.peek().content ?? (await library.load().catch(() => undefined))
    const name = content?.shards[findArticle(content, id)?.shard ?? -1]
    if (!content || name === undefined) return
    if (files.peek().get(name) === 'failed') put(name, 'loading')
    try {
      await fetchFile(content, name)
    } catch {
      // Files of an older build are gone from the server: with the new manifest the article may have moved to another.
      if (mayRefresh) await library.refresh().catch(() => {})
      if (mayRefresh && state.peek().content?.version !== content.version) await need(id, false)
      else put(name, 'failed')
    }
  }

  return {
    article: (id) => articleIn(state.value, files.value, id),
    need,
    async fetchAhead() {
      const content = await library.load()
      for (const name of content.shards) await fetchFile(content, name)
      dispatch({ type: 'bodies-kept', content })
      if (options.offlinePictures)
        await (await import('./fetch-pictures.ts')).fetchPictures(files.peek().values(), content, context.scope, fetch)
    },
  }
}
