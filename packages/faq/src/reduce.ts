import type { HelpContent } from './content/help-content.ts'
import type { SearchResult } from './search/search-engine.ts'

export interface HelpState {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly content?: HelpContent
  /** Every article can be read without a connection. */
  readonly isWhole: boolean
  /** What is in the search field. */
  readonly query: string
  /** The last results that came. They stay while the visitor types on. */
  readonly searchFailed: boolean
  readonly results?: Results | undefined
}

export interface Results {
  readonly query: string
  readonly found: readonly SearchResult[]
  /** The query as it is spelled in them, where a word of it is not. */
  readonly meant?: string | undefined
}

export type HelpEvent =
  | { readonly type: 'load-changed'; readonly status: 'loading' | 'failed' }
  | { readonly type: 'content-loaded' | 'bodies-kept'; readonly content: HelpContent }
  | { readonly type: 'query-changed' | 'search-failed'; readonly query: string }
  | ({ readonly type: 'results-found' } & Results)

export const initialState: HelpState = {
  status: 'loading',
  isWhole: false,
  query: '',
  searchFailed: false,
}

export function reduce(state: HelpState, event: HelpEvent): HelpState {
  switch (event.type) {
    case 'load-changed':
      return { ...state, status: state.content ? 'ready' : event.status }
    case 'content-loaded':
      // Asked for again and unchanged: what is shown of it need not be drawn anew.
      return isSame(state.content, event.content)
        ? { ...state, status: 'ready' }
        : { ...state, status: 'ready', content: event.content, isWhole: false }
    case 'bodies-kept':
      return { ...state, isWhole: isSame(state.content, event.content) }
    case 'query-changed': {
      // An emptied field ends the search; a changed one keeps what is there until the answer comes.
      const results = event.query.trim() ? state.results : undefined
      return { ...state, searchFailed: false, query: event.query, results }
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
