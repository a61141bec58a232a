import type { Id, Millis, RecordedEvent } from '@docent/protocol'
import type { FeatureContext } from '../feature.ts'
import { readOne } from '../storage/storage.ts'
import { detailsOf } from './details-of.ts'
import { withoutPersonal } from './without-personal.ts'

/** What one visitor searched, read and asked. Words are without e-mail addresses and numbers. */
export interface HelpSummary {
  readonly searches: number
  /** Searches to which nothing surely was an answer, by their words; the last 50. */
  readonly emptySearches: Readonly<Record<string, number>>
  /** Results that were opened. */
  readonly openedResults: number
  /** Conversations that were sent within half an hour of a search or of reading. */
  readonly endedInChat: number
  /** How often the visitor began to write to the team. */
  readonly begun: number
  /** Of those, how often an article was read after that and nothing sent within half an hour. */
  readonly deflected: number
  /** The last 200. */
  readonly articles: Readonly<Record<Id, { readonly views: number; readonly helpful?: boolean }>>
}

/** With what is still under way. */
export interface HelpTally extends HelpSummary {
  readonly open: { readonly begun?: boolean; readonly readAt?: Millis; readonly usedAt?: Millis }
}

export const emptyHelp: HelpTally = {
  ...{ searches: 0, emptySearches: {}, openedResults: 0, endedInChat: 0, begun: 0, deflected: 0 },
  articles: {},
  open: {},
}
const windowMs = 30 * 60_000
/** Where the summary of what was measured is kept: see record-events.ts. */
export const summaryKey = 'measure/summary'

/** What `docent.faq.report()` answers: what was kept with consent, else what happened on this page view. */
export function helpReport(kept: HelpTally | undefined, past: readonly RecordedEvent[], now: Millis): HelpSummary {
  const { open: _, ...settled } = settleHelp(kept ?? past.reduce(countHelp, emptyHelp), now)
  return settled
}

/** The same, read from where it is kept. */
export async function readHelpReport({
  storage,
  past,
  clock,
}: Pick<FeatureContext, 'storage' | 'past' | 'clock'>): Promise<HelpSummary> {
  const kept = await readOne<{ readonly help?: HelpTally }>(storage, summaryKey)
  return helpReport(kept?.help, past, clock.now())
}

/** What can be said at a time: who has not sent by then has found the answer in an article. */
export function settleHelp(tally: HelpTally, at: Millis): HelpTally {
  const { begun, readAt = at, ...open } = tally.open
  return begun && at - readAt > windowMs ? { ...tally, deflected: tally.deflected + 1, open } : tally
}

/** The tally with one more event in it; those of others leave it as it is. */
export function countHelp(before: HelpTally, event: RecordedEvent): HelpTally {
  const tally = settleHelp(before, event.at)
  const { at } = event
  const { id, text, results, helpful } = detailsOf(event) ?? {}
  const used = { ...tally.open, usedAt: at }
  switch (event.name) {
    case 'help_searched': {
      const searches = tally.searches + 1
      if (results !== 0 || typeof text !== 'string') return { ...tally, searches, open: used }
      const words = withoutPersonal(text.toLowerCase())
      const times = Object.hasOwn(tally.emptySearches, words) ? (tally.emptySearches[words] ?? 0) : 0
      const emptySearches = withLast(tally.emptySearches, words, times + 1, 50)
      return { ...tally, searches, emptySearches, open: used }
    }
    case 'help_result_opened':
      return { ...tally, openedResults: tally.openedResults + 1 }
    case 'article_viewed': {
      const known = articleOf(tally, id)
      const articles = withLast(tally.articles, String(id), { ...known, views: known.views + 1 }, 200)
      return { ...tally, articles, open: tally.open.begun ? { readAt: at, ...used } : used }
    }
    case 'article_rated': {
      const rated = { ...articleOf(tally, id), helpful: helpful === true }
      return { ...tally, articles: withLast(tally.articles, String(id), rated, 200) }
    }
    case 'question_begun':
      return { ...tally, begun: tally.begun + 1, open: { ...tally.open, begun: true } }
    case 'conversation_started': {
      const { usedAt } = tally.open
      const isOf = usedAt !== undefined && at - usedAt <= windowMs
      return { ...tally, endedInChat: tally.endedInChat + Number(isOf), open: {} }
    }
    default:
      return before
  }
}

const articleOf = ({ articles }: HelpTally, id: unknown): HelpTally['articles'][string] =>
  (Object.hasOwn(articles, String(id)) ? articles[String(id)] : undefined) ?? { views: 0 }

/** The newest keys, this one last. */
function withLast<T>(record: Readonly<Record<string, T>>, key: string, value: T, limit: number): Record<string, T> {
  const others = Object.entries(record).filter(([other]) => other !== key)
  return Object.fromEntries([...others.slice(1 - limit), [key, value]])
}
