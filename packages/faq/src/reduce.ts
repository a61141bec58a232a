import type { HelpArticleEntry, HelpShard, Id, RichText } from '@docent/protocol'
import { findArticle, type HelpContent } from './content/help-content.ts'
import type { SearchResult } from './search/search-engine.ts'

export interface HelpState {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly content?: HelpContent
  /** Files of bodies by name. */
  readonly shards: ReadonlyMap<string, HelpShard>
  /** Files that could not be had. */
  readonly failed: ReadonlySet<string>
  /** What is in the search field. */
  readonly query: string
  /** The last results that came. They stay while the visitor types on. */
  readonly searchFailed: boolean
  readonly results?: Results
}

export interface Results {
  readonly query: string
  readonly found: readonly SearchResult[]
  /** The query as it is spelled in them, where a word of it is not. */
  readonly meant?: string | undefined
}

export type HelpEvent =
  | { readonly type: 'load-started' | 'load-failed' }
  | { readonly type: 'content-loaded'; readonly content: HelpContent }
  | { readonly type: 'shard-requested' | 'shard-failed'; readonly name: string }
  | { readonly type: 'shard-loaded'; readonly name: string; readonly shard: HelpShard }
  | { readonly type: 'query-changed' | 'search-failed'; readonly query: string }
  | ({ readonly type: 'results-found' } & Results)

export const initialState: HelpState = {
  status: 'loading',
  shards: new Map(),
  failed: new Set(),
  query: '',
  searchFailed: false,
}

export function reduce(state: HelpState, event: HelpEvent): HelpState {
  switch (event.type) {
    case 'load-started':
      return { ...state, status: state.content ? 'ready' : 'loading' }
    case 'load-failed':
      return { ...state, status: state.content ? 'ready' : 'failed' }
    case 'content-loaded':
      // Asked for again and unchanged: what is shown of it need not be drawn anew.
      return isSame(state.content, event.content)
        ? { ...state, status: 'ready' }
        : { ...state, status: 'ready', content: event.content, failed: new Set() }
    case 'shard-requested':
      return { ...state, failed: without(state.failed, event.name) }
    case 'shard-failed':
      return { ...state, failed: new Set(state.failed).add(event.name) }
    case 'shard-loaded':
      return { ...state, shards: new Map(state.shards).set(event.name, event.shard) }
    case 'query-changed': {
      const { results, ...rest } = { ...state, searchFailed: false }
      // An emptied field ends the search; a changed one keeps what is there until the answer comes.
      return event.query.trim() && results ? { ...rest, results, query: event.query } : { ...rest, query: event.query }
    }
    case 'results-found':
      // An answer to what is no longer asked comes too late.
      return event.query === state.query ? { ...state, results: event } : state
    case 'search-failed':
      return event.query === state.query ? { ...state, searchFailed: true } : state
    default:
      return state
  }
}

const isSame = (a: HelpContent | undefined, b: HelpContent): boolean =>
  a?.version === b.version && a.locale === b.locale && a.base === b.base

const without = (set: ReadonlySet<string>, name: string): ReadonlySet<string> =>
  new Set([...set].filter((other) => other !== name))

export interface ArticleState {
  readonly status: 'loading' | 'ready' | 'failed' | 'unknown'
  readonly entry?: HelpArticleEntry
  readonly body?: RichText
}

/** What can be shown of an article. `unknown`: the help centre has none of this id. */
export function articleOf(state: HelpState, id: Id): ArticleState {
  if (!state.content) return { status: state.status === 'failed' ? 'failed' : 'loading' }
  const entry = findArticle(state.content, id)
  if (!entry) return { status: 'unknown' }
  const name = state.content.shards[entry.shard] ?? ''
  const shard = state.shards.get(name)
  if (!shard) return { status: state.failed.has(name) ? 'failed' : 'loading', entry }
  const body = shard.articles[id]
  return Array.isArray(body) ? { status: 'ready', entry, body } : { status: 'unknown', entry }
}

/** Every article can be read without a connection. */
export const isWhole = (state: HelpState): boolean => !!state.content?.shards.every((name) => state.shards.has(name))
