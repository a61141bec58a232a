import type { NewsEntry } from '@docent/protocol'

export interface NewsState {
  readonly status: 'loading' | 'ready' | 'failed'
  /** Newest first, those of the future and for others included. */
  readonly entries: readonly NewsEntry[]
  /** What pictures are relative to. */
  readonly base: string
  readonly locale: string
}

export type NewsEvent =
  | { readonly type: 'load-started' | 'load-failed' }
  | ({ readonly type: 'entries-loaded' } & Pick<NewsState, 'entries' | 'base' | 'locale'>)

export const initialState: NewsState = { status: 'loading', entries: [], base: '', locale: '' }

export function reduce(state: NewsState, event: NewsEvent): NewsState {
  switch (event.type) {
    case 'load-started':
      return state.status === 'failed' ? { ...state, status: 'loading' } : state
    case 'load-failed':
      return state.status === 'ready' ? state : { ...state, status: 'failed' }
    case 'entries-loaded': {
      const { entries, base, locale } = event
      return { status: 'ready', entries, base, locale }
    }
    default:
      return state
  }
}

/** Of its day the entry is out. */
export const isOut = ({ date }: NewsEntry, now: number): boolean => Date.parse(date) <= now
