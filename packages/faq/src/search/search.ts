import type { FeatureContext } from '@docent/core'
import type { Id } from '@docent/protocol'
import type { ReadonlySignal } from '@preact/signals-core'
import type { HelpContent } from '../content/help-content.ts'
import type { Library } from '../content/library.ts'
import type { Trail } from '../feature.ts'
import type { HelpEvent, HelpState } from '../reduce.ts'
import { createImpactEngine } from './impact/impact-engine.ts'
import type { SearchData } from './impact/search-data.ts'
import { type Leanings, rank } from './rank.ts'
import { isSure, type SearchEngine, type SearchResult } from './search-engine.ts'

/** The visitor's search: the engine on need, answers as they type, and what of it is remembered. */
export interface HelpSearch {
  find(text: string, limit?: number): Promise<readonly SearchResult[]>
  /** The field has changed. */
  type(query: string): void
  /** The search is over: one of the results was opened, or the visitor asks. What was typed is what was meant. */
  settle(opened?: Id): void
  /** Loads the engine ahead. */
  warm(): Promise<void>
}

interface SearchParts {
  readonly context: FeatureContext
  readonly trail: Trail
  readonly library: Pick<Library, 'load' | 'file'>
  readonly state: ReadonlySignal<HelpState>
  readonly dispatch: (event: HelpEvent) => void
  readonly leanings: Leanings
}

/** A pause in which a search counts as meant. */
const pauseMs = 1000
const maxRemembered = 5
const maxFound = 20
/** Where nothing is sure. */
const maxGuesses = 3

export function createSearch({ context, trail, library, state, dispatch, leanings }: SearchParts): HelpSearch {
  let engine: SearchEngine | undefined
  let searched: HelpContent | undefined
  let typing = context.scope.child()

  async function engineFor(help: HelpContent): Promise<SearchEngine> {
    if (engine && searched === help) return engine
    // Not to be had just now: the list of articles is searched meanwhile.
    const data = help.search && (await library.file<SearchData>(help.base, help.search).catch(() => undefined))
    engine = data
      ? createImpactEngine(help.articles, data)
      : (await import('./fuse-engine.ts')).createFuseEngine(help.articles, help.locale, context.clock)
    searched = data || !help.search ? help : undefined
    return engine
  }
  /** More are looked at than are shown: a little less relevant, they may be for just this page. */
  const find = async (text: string, limit = maxFound, signal?: AbortSignal): Promise<readonly SearchResult[]> =>
    rank(
      await (await engineFor(await library.load())).search(text, maxFound, signal),
      leanings,
      state.peek().results?.found,
    ).slice(0, limit)

  function settle(opened?: Id): void {
    const { query, results } = state.peek()
    const text = query.trim()
    if (!text || results?.query !== query) return
    const { found } = results
    // Told once, also where it is asked for again.
    if (trail.searches[0] !== text) {
      trail.searches = [text, ...trail.searches.filter((other) => other !== text)].slice(0, maxRemembered)
      context.track('help_searched', { text, results: isSure(found) ? found.length : 0 })
    }
    if (opened === undefined) return
    const place = found.findIndex(({ article }) => article.id === opened) + 1
    context.track('help_result_opened', { id: opened, text, place })
  }

  async function answer(query: string, signal: AbortSignal): Promise<void> {
    const all = await find(query, maxFound, signal)
    const found = isSure(all) ? all : all.slice(0, maxGuesses)
    dispatch({ type: 'results-found', query, found })
    await context.clock.wait(pauseMs, signal)
    if (signal.aborted) return
    settle()
    const meant = engine?.correct?.(query.trim(), found)
    if (meant) dispatch({ type: 'results-found', query, found, meant })
  }

  return {
    find,
    settle,
    warm: async () => (await engineFor(await library.load())).warm?.(),
    type(query) {
      dispatch({ type: 'query-changed', query })
      typing.dispose()
      typing = context.scope.child()
      if (query.trim())
        answer(query, typing.signal).catch((error) => {
          dispatch({ type: 'search-failed', query })
          context.report(error)
        })
    },
  }
}
