import { type Feature, once } from '@docent/core'
import type { NewsEntry } from '@docent/protocol'
import { signal } from '@preact/signals-core'
import type { NewsModel } from './model.ts'
import type { NewsOptions } from './options.ts'

/** `docent.news`. */
export interface NewsApi {
  /** Opens the panel on the news. */
  open(): void
  /** What this visitor may see, newest first. Rejects when the news cannot be had. */
  entries(): Promise<readonly NewsEntry[]>
}

/** The page's own work comes first. */
const afterMs = 1500

/** The feature itself, its options taken as they are: `news()` checks them. Cheap; runs on every page view. */
export const newsFeature = (options: NewsOptions = {}): Feature<'news', NewsApi> => ({
  name: 'news',
  setup(context) {
    const { scope, clock, report } = context
    const t = context.translator({ 'news.tab': 'News' })
    const unread = signal(0)
    const load = once(async (): Promise<NewsModel> => {
      const { createNewsModel } = await import('./model.ts')
      return createNewsModel(context, options, unread)
    })
    void clock.wait(afterMs, scope.signal).then(() => {
      // Without a connection there is no mark; the tab says why.
      if (!scope.signal.aborted) load().then((model) => model.load().catch(() => {}), report)
    })
    return {
      api: {
        open: () => context.open('news'),
        async entries() {
          const model = await load()
          await model.load()
          return model.entries.value
        },
      },
      badge: unread,
      isQuiet: true,
      panel: {
        icon: 'news',
        order: 40,
        label: () => t('news.tab'),
        load: async () => {
          const [model, { panel }] = await Promise.all([load(), import('./view/index.ts')])
          return panel(context, model)
        },
      },
    }
  },
})
