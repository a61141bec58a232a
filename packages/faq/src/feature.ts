import { type Feature, type HelpSummary, keysWith, once, type PanelPlace } from '@docent/core'
import type { HelpArticleEntry, Id } from '@docent/protocol'
import type { HelpModel } from './model.ts'
import type { FaqOptions } from './options.ts'
import type { MountedPlaces } from './page/blocks.ts'
import type { BlockOptions } from './page/draw-block.ts'
import type { SearchResult } from './search/search-engine.ts'

/** `docent.faq`. */
export interface FaqApi {
  /** Articles about the text, best first; at most 20. Rejects when the help centre cannot be had. */
  search(text: string): Promise<readonly SearchResult[]>
  /** Opens the panel on an article; `id#heading` on a part of it. */
  open(article: Id): void
  /** Up to three articles that may answer the text; without a text, those for this page. */
  suggest(text: string): Promise<readonly { readonly id: Id; readonly title: string; readonly excerpt: string }[]>
  /**
   * What this visitor searched, read and asked, counted in this browser: over all visits with consent to measurement, else on this page view.
   * Works without a backend.
   */
  report(): Promise<HelpSummary>
  /**
   * Draws a quiet list of articles into an element of yours, for the foot of a page: those for this page, or the ones you name.
   * Resolves to what takes it away again. With `onPage`, `<docent-help>` in the markup does the same.
   * @example await docent.faq.mount(document.querySelector('#help'), { articles: ['vat-rates'] })
   */
  mount(element: Element, options?: BlockOptions): Promise<() => void>
}

/** What outlives the views: the trail that goes along with a conversation, and the way back out of the help centre. */
export interface Trail {
  /** Newest first. */
  searches: readonly string[]
  article?: { readonly id: Id; readonly title: string }
  /** Those of the articles that the page itself names, in its order. */
  marked?(articles: readonly HelpArticleEntry[]): readonly HelpArticleEntry[]
  /** What was open in the panel before the help centre. */
  from?: PanelPlace | undefined
}

/** The feature itself, its options taken as they are: `faq()` checks them. Cheap; runs on every page view. */
export const faqFeature = (options: FaqOptions = {}, mounted: MountedPlaces = new Map()): Feature<'faq', FaqApi> => ({
  name: 'faq',
  setup(context) {
    const t = context.translator({ 'help.title': 'Help' })
    const trail: Trail = { searches: [] }
    let loaded = false
    const load = once(async (): Promise<HelpModel> => {
      const { createHelpModel } = await import('./model.ts')
      loaded = true
      return createHelpModel(context, options, trail)
    })
    context.scope.effect(() => {
      const place = context.panel.value
      if (place?.feature !== 'faq') trail.from = place
    })
    /** Nothing of a help centre is shown where the backend says that there is none. */
    const isThere = (): boolean => Boolean(options.content ?? options.articles) || context.config.value.help !== false
    const suggest = async (text: string, limit?: number) => (isThere() ? (await load()).suggest(text, limit) : [])
    context.services.provide({
      // Whoever asks does without when there is nothing to be had.
      suggestArticles: (text, limit) => suggest(text, limit).catch(() => []),
      lastSearches: () => trail.searches,
      lastArticle: () => trail.article,
    })
    /** A home screen pays for suggestions only where the help centre was used before. */
    const used = async (): Promise<boolean> => loaded || (await context.storage.read(keysWith('faq/'), 1)).length > 0
    const blocks = once(async () => (await import('./page/blocks.ts')).createBlocks(context, load, mounted, trail))
    if (options.onPage || mounted.size) blocks().catch(context.report)
    return {
      api: {
        mount: async (...place) => (await blocks()).mount(...place),
        search: async (text) => (await load()).search(text),
        suggest: (text) => suggest(text),
        open: (article) => context.open('faq', article),
        report: async () => (await import('@docent/core/help-summary')).readHelpReport(context),
      },
      panel: {
        icon: 'book',
        order: 30,
        tab: isThere,
        label: () => t('help.title'),
        async load() {
          const [model, { panel }] = await Promise.all([load(), import('./view/index.ts')])
          return panel(context, model)
        },
      },
      homeCards: [
        {
          id: 'faq/search',
          order: 10,
          load: async () => (await import('./view/home.ts')).searchCard(context, isThere),
        },
        {
          id: 'faq/page',
          order: 40,
          load: async () =>
            (await used()) ? (await import('./view/page-card.ts')).pageCard(context, load) : { mount() {} },
        },
      ],
    }
  },
})
