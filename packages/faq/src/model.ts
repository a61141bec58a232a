import type { FeatureContext } from '@docent/core'
import type { HelpArticleEntry, Id } from '@docent/protocol'
import { type ReadonlySignal, signal, untracked } from '@preact/signals-core'
import { createLibrary, type Library, type LibraryParts } from './content/library.ts'
import type { FaqApi, Trail } from './feature.ts'
import { createLeanings } from './leanings.ts'
import type { FaqOptions } from './options.ts'
import { type HelpEvent, type HelpState, initialState, reduce } from './reduce.ts'
import { readReport, tellBegun } from './report.ts'
import { createSearch, type HelpSearch } from './search/search.ts'
import { isSure } from './search/search-engine.ts'

/** The help centre behind the views and the API. */
export interface HelpModel extends Pick<HelpSearch, 'type' | 'settle'>, Pick<Library, 'load' | 'need'> {
  readonly state: ReadonlySignal<HelpState>
  readonly trail: Trail
  /**
   * The visitor is here: content is fetched and kept. With `ahead`, all of it is fetched for a time without a connection, after
   * what `ahead` itself fetches; leave it out for visitors who save data.
   */
  use(ahead?: () => Promise<void>): void
  readonly search: FaqApi['search']
  readonly report: FaqApi['report']
  suggest(text: string, limit?: number): ReturnType<FaqApi['suggest']>
  /** Articles for the page the visitor is on: those that it names itself, those for the visitor's stage, the rest. Follows it when read in an effect. */
  forPage(limit?: number): readonly HelpArticleEntry[]
  /** The visitor reads an article. */
  viewed(entry: HelpArticleEntry): void
  /** Whether an article helped; when it did not, perhaps why. */
  rate(id: Id, helpful: boolean, reason?: string): void
  /** What the visitor said about an article. Follows it when read in an effect. */
  rating(id: Id): boolean | undefined
}

/** Time for what the visitor asked for to come first. */
const aheadAfterMs = 1000

export async function createHelpModel(
  context: FeatureContext,
  options: FaqOptions,
  trail: Trail,
  fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request),
): Promise<HelpModel> {
  const { scope, page, clock } = context
  const state = signal(initialState)
  const read = new Set<Id>()
  const dispatch = (event: HelpEvent): void => void (state.value = reduce(state.peek(), event))
  const peek = (): HelpState => state.peek()
  const { help } = context.config.peek()
  // An address that is relative to the server is completed by the server, in the answer to the content query.
  const address = options.content ?? (help && /^http/.test(help) ? help : undefined)
  const library = await libraryFor(options, { context, address, fetch, state: peek, dispatch })
  const leanings = createLeanings(context, state, trail, read)
  const search = createSearch({ context, trail, library, state: peek, dispatch, leanings })
  const used = signal<{ readonly ahead?: (() => Promise<void>) | undefined } | undefined>(undefined)

  async function provide(): Promise<void> {
    await library.load()
    const ahead = used.peek()?.ahead
    if (!ahead) return
    await clock.wait(aheadAfterMs, scope.signal)
    if (scope.signal.aborted) return
    await Promise.all([ahead(), search.warm()])
    await library.fetchAhead()
    if (options.offlinePictures) await (await import('./content/fetch-pictures.ts')).fetchPictures(peek(), scope, fetch)
  }
  // Also when the connection is back.
  scope.effect(() => {
    if (page.online.value && used.value) untracked(provide).catch(context.report)
  })

  const begin = tellBegun(context)
  return {
    state,
    trail,
    load: library.load,
    need: library.need,
    type: search.type,
    settle: search.settle,
    search: search.find,
    forPage: leanings.forPage,
    report: () => readReport(context),
    use(ahead) {
      library.allow()
      used.value = { ahead }
      if (!page.online.peek()) provide().catch(context.report)
    },
    async suggest(text, limit = 3) {
      await library.load()
      begin(text)
      if (!text.trim()) return leanings.forPage(limit).map(suggestionOf)
      const found = await search.find(text, limit)
      return isSure(found) ? found.map(({ article }) => suggestionOf(article)) : []
    },
    viewed({ id, title }) {
      search.settle()
      read.add(id)
      if (trail.article?.id === id) return
      trail.article = { id, title }
      context.track('article_viewed', { id })
    },
    rate(id, helpful, reason) {
      context.state.put({ key: `faq/${id}/helpful`, value: helpful, merge: 'last' })
      context.track('article_rated', { id, helpful, ...(reason && { reason }) })
    },
    rating: (id) => context.state.entries.value?.get(`faq/${id}/helpful`)?.value as boolean | undefined,
  }
}

const suggestionOf = ({ id, title, lead }: HelpArticleEntry) => ({ id, title, excerpt: lead })

/** Articles given inline are rare: what reads them is a chunk of its own. */
async function libraryFor({ articles }: FaqOptions, parts: LibraryParts): Promise<Library> {
  if (!articles) return createLibrary(parts)
  return (await import('./content/inline-content.ts')).createInlineLibrary(articles, parts)
}
