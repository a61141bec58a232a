/**
 * What a page may download, in bytes after brotli. Each download is named by the source modules that it needs; their chunks and
 * all that those import are counted once, less what is there already. A limit is raised only by a commit that says why.
 */
export interface Budget {
  readonly name: string
  readonly what: string
  readonly limitBytes: number
  /** The limit is not met yet: what it may not exceed until it is. Only ever lowered, and removed once the limit holds. */
  readonly ceilingBytes?: number
  /** Source modules asked for. */
  readonly needs: readonly string[]
  /** Names of budgets whose downloads are there already. */
  readonly after?: readonly string[]
  /** Modules whose chunks are not counted here. */
  readonly without?: readonly string[]
}

const widget = 'packages/widget/src/cdn.ts'
const loader = 'packages/loader/src/loader.ts'
const engine = ['packages/core/src/engine/create-engine.ts', 'packages/transports/src/http/visitor-connection.ts']
const fuse = 'packages/faq/src/search/fuse-engine.ts'
const help = [
  'packages/faq/src/model.ts',
  'packages/faq/src/view/index.ts',
  'packages/faq/src/search/impact/impact-engine.ts',
]
const beside = ['packages/ui/src/theme/adopt-theme.ts']
const tour = [
  'packages/core/src/targeting/create-targeting.ts',
  'packages/guide/src/model.ts',
  'packages/guide/src/tour/run-tours.ts',
]

export const budgets: readonly Budget[] = [
  { name: 'loader', what: 'loader.js', limitBytes: 600, needs: [loader] },
  {
    name: 'cold',
    what: 'Cold page view: loader and all it loads until the launcher stands',
    limitBytes: 9000,
    needs: [loader, widget],
  },
  {
    name: 'checks',
    what: 'Checks of options, added to the page view of a page that has some',
    limitBytes: 2500,
    after: ['cold'],
    needs: ['packages/widget/src/check-script-options.ts'],
  },
  {
    name: 'asked',
    what: 'Checklists, news and guides in options: checked and made, nothing shown yet',
    limitBytes: 6000,
    after: ['cold', 'checks'],
    needs: ['packages/widget/src/asked-features.ts'],
  },
  {
    name: 'warm',
    what: 'Warm page view: an open conversation and 20 rules, nothing shown yet',
    limitBytes: 20_000,
    needs: [
      loader,
      widget,
      'packages/core/src/storage/open-storage.ts',
      ...engine,
      'packages/chat/src/record.ts',
      'packages/core/src/targeting/create-targeting.ts',
      'packages/guide/src/model.ts',
    ],
  },
  {
    name: 'chat',
    what: 'Launcher → panel on home → chat, until one can write; added to cold',
    limitBytes: 22_000,
    after: ['cold'],
    needs: [
      ...engine,
      'packages/ui/src/panel/create-panel.tsx',
      'packages/chat/src/model.ts',
      'packages/chat/src/view/index.tsx',
      'packages/faq/src/view/home.ts',
    ],
  },
  {
    name: 'send',
    what: 'What sends, added right after; what is typed before it is there waits',
    limitBytes: 2500,
    after: ['cold', 'chat'],
    needs: ['packages/chat/src/acts.ts', 'packages/core/src/engine/deliver.ts'],
  },
  {
    name: 'past',
    what: 'What was said, and storage: added to chat right after, or before it for a visitor who comes back',
    limitBytes: 7000,
    after: ['cold', 'chat'],
    needs: [
      'packages/chat/src/view/Thread.tsx',
      'packages/chat/src/history.ts',
      'packages/core/src/storage/open-storage.ts',
    ],
  },
  {
    name: 'tools',
    what: 'Tools of the composer, added right after',
    limitBytes: 4000,
    after: ['cold', 'chat'],
    needs: ['packages/chat/src/view/compose/ComposerTools.tsx'],
  },
  {
    name: 'beside',
    what: 'What stands beside the composer, added right after: suggestions, channels, the bot’s buttons',
    limitBytes: 2700,
    after: ['cold', 'chat'],
    needs: ['packages/chat/src/view/beside/Beside.tsx'],
  },
  {
    name: 'tabs',
    what: 'Who is signed in in other tabs, added right after storage, to a warm page view too',
    limitBytes: 2500,
    after: ['cold', 'chat', 'past'],
    needs: ['packages/core/src/identity/follow-tabs.ts'],
  },
  {
    name: 'help',
    what: 'Help centre, added by the first search, without content and fuse.js',
    limitBytes: 8000,
    after: ['cold', 'chat'],
    needs: help,
    without: [fuse],
  },
  {
    name: 'articles',
    what: 'Topics and articles, added beside the help centre, or right after it for a visitor who comes with a search',
    limitBytes: 8000,
    after: ['cold', 'chat', 'help'],
    needs: ['packages/faq/src/view/more/ArticleView.tsx', 'packages/faq/src/content/bodies.ts'],
  },
  {
    name: 'suggest',
    what: 'Articles suggested to a visitor who writes, added to chat by the first words',
    limitBytes: 6000,
    after: ['cold', 'chat'],
    needs: ['packages/faq/src/model.ts', 'packages/faq/src/suggest.ts'],
  },
  {
    name: 'guess',
    what: 'Slips and compounds, added by the first query with a word that the help centre does not have',
    limitBytes: 1100,
    after: ['cold', 'chat', 'help'],
    needs: ['packages/faq/src/search/impact/guess.ts'],
  },
  {
    name: 'fuse',
    what: 'fuse.js, a chunk of its own',
    limitBytes: 9000,
    after: ['cold', 'chat', 'help'],
    needs: [fuse],
  },
  {
    name: 'news',
    what: 'News, added, what draws rich text included',
    limitBytes: 4000,
    after: ['cold', 'chat'],
    needs: ['packages/news/src/model.ts', 'packages/news/src/view/index.ts'],
    without: ['packages/core/src/targeting/create-targeting.ts'],
  },
  {
    name: 'checklist',
    what: 'Checklist, added',
    limitBytes: 4000,
    ceilingBytes: 4030,
    after: ['cold', 'chat'],
    needs: ['packages/checklist/src/model.ts', 'packages/checklist/src/view/index.ts'],
    without: ['packages/core/src/targeting/create-targeting.ts'],
  },
  {
    name: 'tour',
    what: 'Tour, added to a loaded renderer, floating-ui included',
    limitBytes: 11_000,
    ceilingBytes: 11_040,
    after: ['cold', 'chat'],
    needs: tour,
  },
  {
    name: 'tour-first',
    what: 'Tour as the first thing drawn',
    limitBytes: 18_000,
    after: ['cold'],
    needs: [...tour, ...beside],
  },
  {
    name: 'tip',
    what: 'Tip, added to a loaded renderer, floating-ui included',
    limitBytes: 11_000,
    after: ['cold', 'chat'],
    needs: ['packages/guide/src/tips/tips.ts'],
  },
  {
    name: 'tip-first',
    what: 'Tip as the first thing drawn',
    limitBytes: 18_000,
    after: ['cold'],
    needs: ['packages/guide/src/tips/tips.ts', ...beside],
  },
]

/** docent.iife.js; what only some need lies beside it (rare-parts.ts) and is not counted. */
export const singleFileLimitBytes = 64_000
