import { type FeatureContext, once, type Rule, readOne } from '@docent/core'
import { jsonOver, locate, pickLocale } from '@docent/core/content'
import type { Id, NewsEntry, NewsFile } from '@docent/protocol'
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core'
import type { NewsOptions } from './options.ts'
import { initialState, isOut, type NewsEvent, type NewsState, reduce } from './reduce.ts'

/** The news behind the view, the mark and the API. */
export interface NewsModel {
  readonly state: ReadonlySignal<NewsState>
  /** What this visitor may see, newest first. */
  readonly entries: ReadonlySignal<readonly NewsEntry[]>
  /** Those that count as unread. */
  readonly unread: ReadonlySignal<ReadonlySet<Id>>
  /** Fetches them, once; again after a failure. Rejects when they can be had from nowhere. */
  load(): Promise<void>
  /** The visitor looks at them: they are read, here and on the visitor's other devices, and kept for a time without a connection. */
  see(): void
}

const dayMs = 86_400_000
const keptKey = 'news/kept'
type Kept = Pick<NewsState, 'entries' | 'base' | 'locale'>

export function createNewsModel(
  context: FeatureContext,
  { content, unreadForDays = 30 }: NewsOptions,
  mark: Signal<number>,
  fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request),
): NewsModel {
  const { scope, clock, state: visitorState, storage } = context
  const state = signal(initialState)
  const dispatch = (event: NewsEvent): void => void (state.value = reduce(state.peek(), event))
  const get = jsonOver(fetch, context)
  const matches = signal<((rule: Rule) => boolean) | undefined>(undefined)
  const loadRules = once(async () => {
    const { evaluate } = await context.targeting()
    matches.value = (rule) => evaluate(rule).verdict === true
  })

  const entries = computed(() =>
    state.value.entries.filter(
      (entry) => isOut(entry, clock.now()) && (!entry.when || matches.value?.(entry.when as unknown as Rule)),
    ),
  )
  const unread = computed(() => {
    const seen = visitorState.entries.value
    const since = clock.now() - unreadForDays * dayMs
    const isUnread = ({ id, date }: NewsEntry): boolean => Date.parse(date) > since && !seen?.has(`news/${id}/seen`)
    return new Set(seen ? entries.value.filter(isUnread).map(({ id }) => id) : [])
  })
  scope.effect(() => void (mark.value = unread.value.size))
  scope.effect(() => {
    // Rules load only where an entry has one.
    if (state.value.entries.some(({ when }) => when)) loadRules().catch(context.report)
  })

  async function fetchEntries(): Promise<Kept> {
    const { help } = context.config.peek()
    const { base, manifest } = await locate(content ?? (help && /^http/.test(help) ? help : undefined), context, get)
    const { locales, defaultLocale } = manifest
    const available = Object.keys(locales).filter((locale) => locales[locale]?.news)
    const locale = pickLocale(context.locale.peek(), available, defaultLocale)
    const name = locales[locale]?.news
    const file = name ? ((await get(base + name, 'force-cache')) as NewsFile) : { entries: [] }
    return { entries: file.entries, base, locale }
  }
  const load = once(async () => {
    dispatch({ type: 'load-started' })
    const found = await fetchEntries().catch(async (error) => {
      const kept = await readOne<Kept>(storage, keptKey)
      if (kept) return kept
      dispatch({ type: 'load-failed' })
      throw error
    })
    dispatch({ type: 'entries-loaded', ...found })
  })
  return {
    state,
    entries,
    unread,
    load,
    see() {
      const now = unread.peek()
      if (now.size === 0) return
      for (const id of now) visitorState.put({ key: `news/${id}/seen`, value: true, merge: 'last' })
      const { status: _, ...kept } = state.peek()
      storage.write([{ key: keptKey, value: kept }]).catch(context.report)
      context.track('news_seen', { entries: [...now] })
    },
  }
}
