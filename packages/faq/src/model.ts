import { type FeatureContext, once } from '@docent/core'
import type { HelpArticleEntry, Id } from '@docent/protocol'
import { type ReadonlySignal, signal, untracked } from '@preact/signals-core'
import type { Bodies } from './content/bodies.ts'
import { createLibrary, type Library } from './content/library.ts'
import type { FaqApi, Trail } from './feature.ts'
import { createLeanings } from './leanings.ts'
import type { FaqOptions } from './options.ts'
import { type HelpEvent, type HelpState, initialState, reduce } from './reduce.ts'
import { createSearch, type HelpSearch } from './search/search.ts'

/** The help centre behind the views and the API. */
export interface HelpModel extends Pick<HelpSearch, 'type' | 'settle'>, Pick<Library, 'load'> {
  readonly state: ReadonlySignal<HelpState>
  readonly trail: Trail
  /**
   * The visitor is here: content is fetched and kept. With `ahead`, all of it is fetched for a time without a connection, after
   * what `ahead` itself fetches; leave it out for visitors who save data.
   */
  use(ahead?: () => Promise<void>): void
  readonly search: FaqApi['search']
  suggest(text: string, limit?: number): ReturnType<FaqApi['suggest']>
  /** Articles for the page the visitor is on: those that it names itself, those for the visitor's stage, the rest. Follows it when read in an effect. */
  forPage(limit?: number): readonly HelpArticleEntry[]
  /** Articles that were read on this page view. */
  readonly read: Set<Id>
  /** The texts of the articles; loads what holds them. */
  bodies(): Promise<Bodies>
}

/** Time for what the visitor asked for to come first. */
const aheadAfterMs = 1000

export async function createHelpModel(
  context: FeatureContext,
  options: FaqOptions,
  trail: Trail,
  fetch = globalThis.fetch,
): Promise<HelpModel> {
  const { scope, page, clock } = context
  const state = signal(initialState)
  const read = new Set<Id>()
  const dispatch = (event: HelpEvent): void => void (state.value = reduce(state.peek(), event))
  const { help } = context.config.peek()
  // An address that is relative to the server is completed by the server, in the answer to the content query.
  const address = options.content ?? /^http.*/.exec(String(help))?.[0]
  const parts = { context, address, fetch, dispatch }
  // Articles given inline are rare: what reads them is a chunk of its own.
  const library = options.articles
    ? (await import('./content/inline-content.ts')).createInlineLibrary(options.articles, parts)
    : createLibrary(parts)
  const leanings = createLeanings(context, state, trail, read)
  const search = createSearch({ context, trail, library, state, dispatch, leanings })
  const bodies = once(async () =>
    (await import('./content/bodies.ts')).createBodies({ context, options, library, fetch, state, dispatch }),
  )
  const suggesting = once(async () =>
    (await import('./suggest.ts')).createSuggest(context, {
      load: library.load,
      find: search.find,
      forPage: leanings.forPage,
    }),
  )
  let isUsed = false
  let goAhead: (() => Promise<void>) | undefined

  async function provide(): Promise<void> {
    await library.load()
    if (!goAhead) return
    await clock.wait(aheadAfterMs, scope.signal)
    if (scope.signal.aborted) return
    await Promise.all([goAhead(), search.warm()])
    await (await bodies()).fetchAhead()
  }
  const tryProvide = (): void => void provide().catch(context.report)
  scope.effect(() => {
    if (page.online.value && isUsed) untracked(tryProvide)
  })

  return {
    state,
    trail,
    load: library.load,
    read,
    bodies,
    type: search.type,
    settle: search.settle,
    search: search.find,
    forPage: leanings.forPage,
    use(ahead) {
      isUsed = true
      goAhead = ahead
      library.allow()
      tryProvide()
    },
    suggest: async (text, limit) => (await suggesting()).suggest(text, limit),
  }
}
