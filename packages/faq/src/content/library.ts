import type { FeatureContext } from '@docent/core'
import { jsonOver } from '@docent/core/content'
import type { HelpShard, Id } from '@docent/protocol'
import type { HelpEvent, HelpState } from '../reduce.ts'
import type { SearchData } from '../search/impact/search-data.ts'
import { findArticle, type HelpContent } from './help-content.ts'
import { createLoader } from './loader.ts'

/** What of the help centre is fetched, and when. Everything that arrives goes through `dispatch`. */
export interface Library {
  /** The list of articles, once; again after a failure. Rejects when it can be had from nowhere. */
  load(): Promise<HelpContent>
  /** The body of an article. Never rejects: a failure is in the state. */
  need(id: Id): Promise<void>
  /** What is prepared for search; `undefined` where nothing is. */
  searchData(content: HelpContent): Promise<SearchData | undefined>
  /** The visitor is here: keep what is fetched. */
  allow(): void
  /** Fetches all bodies for a time without a connection, one after another. Ends at the first failure. */
  fetchAhead(): Promise<void>
}

export interface LibraryParts {
  readonly context: FeatureContext
  /** Where the host says the help centre is. */
  readonly address: string | undefined
  readonly fetch: typeof globalThis.fetch
  readonly state: () => HelpState
  readonly dispatch: (event: HelpEvent) => void
}

export function createLibrary({ context, address, fetch, state, dispatch }: LibraryParts): Library {
  const loader = createLoader(context, address, jsonOver(fetch, context))
  const fetching = new Map<string, Promise<void>>()
  let arriving: Promise<HelpContent> | undefined

  const refresh = (found: (content: HelpContent) => void = () => {}): Promise<void> =>
    loader.load((content) => {
      dispatch({ type: 'content-loaded', content })
      found(content)
    })

  const load = (): Promise<HelpContent> => {
    arriving ??= new Promise((resolve, reject) => {
      dispatch({ type: 'load-started' })
      refresh(resolve).catch((error) => {
        arriving = undefined
        dispatch({ type: 'load-failed' })
        reject(error)
      })
    })
    return arriving
  }

  function fetchShard(content: HelpContent, name: string): Promise<void> {
    if (state().shards.has(name)) return Promise.resolve()
    const request =
      fetching.get(name) ??
      loader
        .file<HelpShard>(content.base, name)
        .then((shard) => dispatch({ type: 'shard-loaded', name, shard }))
        .finally(() => fetching.delete(name))
    fetching.set(name, request)
    return request
  }

  async function need(id: Id, mayRefresh = true): Promise<void> {
    const content = state().content ?? (await load().catch(() => undefined))
    const name = content?.shards[findArticle(content, id)?.shard ?? -1]
    if (!content || name === undefined) return
    dispatch({ type: 'shard-requested', name })
    try {
      await fetchShard(content, name)
    } catch {
      // Files of an older build are gone from the server: with the new manifest the article may have moved to another.
      if (mayRefresh) await refresh().catch(() => {})
      if (mayRefresh && state().content?.version !== content.version) await need(id, false)
      else dispatch({ type: 'shard-failed', name })
    }
  }

  return {
    load,
    need,
    searchData: async ({ base, search }) => (search ? loader.file<SearchData>(base, search) : undefined),
    allow: loader.allow,
    async fetchAhead() {
      const content = await load()
      for (const name of content.shards) await fetchShard(content, name)
    },
  }
}
