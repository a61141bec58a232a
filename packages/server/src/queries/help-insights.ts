import type { ArticleInsight, ConversationLink, HelpDay, HelpInsights, Id, Millis } from '@docent/protocol'
import { parseJson } from '../base/json.ts'
import type { Database } from '../store/store.ts'
import { dayMs, followVisitor, type HelpEventRow, type HelpTally, helpEventNames } from './help-events.ts'

interface Period {
  readonly from: Millis
  readonly to: Millis
  readonly now: Millis
  /** Of the articles that there are, by id. */
  readonly titles: ReadonlyMap<Id, string>
}

const maxRows = 20
const maxConversations = 5
/** Clocks of visitors and server differ: a conversation is the one told of when it began within this of it. */
const clockSkewMs = 5 * 60_000

/** Reads what consenting visitors did in a period, and the conversations that came of it. */
export async function readHelpInsights(database: Database, appId: Id, period: Period): Promise<HelpInsights> {
  const { from, to, now, titles } = period
  const rows = await database
    .selectFrom('recorded_event')
    .select(['visitor_id', 'name', 'at', 'data'])
    .where('app_id', '=', appId)
    .where('name', 'in', [...helpEventNames])
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('visitor_id')
    .orderBy('at')
    .execute()
  const conversations = await database
    .selectFrom('conversation')
    .select(['id', 'visitor_id', 'started_at', 'title', 'excerpt'])
    .where('app_id', '=', appId)
    .where('started_at', '>=', from - clockSkewMs)
    .where('started_at', '<', to + clockSkewMs)
    .execute()
  const conversationsOf = new Map<Id, typeof conversations>()
  for (const one of conversations) ensure(conversationsOf, one.visitor_id, () => []).push(one)
  const find = (visitorId: Id, at: Millis): ConversationLink | undefined => {
    const own = conversationsOf.get(visitorId) ?? []
    const [near] = own.sort((a, b) => Math.abs(a.started_at - at) - Math.abs(b.started_at - at))
    if (!near || Math.abs(near.started_at - at) > clockSkewMs) return undefined
    return { id: near.id, title: near.title ?? near.excerpt ?? '' }
  }
  const counted = createTally(period, find)
  const visitors = new Map<Id, HelpEventRow[]>()
  for (const { visitor_id: visitorId, name, at, data } of rows) {
    const row = { visitorId, name, at, data: data ? parseJson<Record<string, unknown>>(data) : {} }
    ensure(visitors, visitorId, () => []).push(row)
  }
  for (const events of visitors.values()) followVisitor(events, Math.min(now, to), counted.tally)
  return counted.insights(titles)
}

type Counts = { -readonly [K in keyof HelpDay]: number }
interface Missing {
  times: number
  readonly visitors: Set<Id>
  readonly conversations: ConversationLink[]
}
interface Article {
  views: number
  readonly ratings: Map<Id, { readonly helpful: boolean; readonly reason: string | undefined }>
  readonly conversations: ConversationLink[]
}

function createTally({ from, to }: Period, find: (visitorId: Id, at: Millis) => ConversationLink | undefined) {
  const days = new Map<Millis, Counts>()
  const dayOf = (at: Millis): Millis => Math.floor(at / dayMs) * dayMs
  for (let day = dayOf(from); day < to; day += dayMs)
    days.set(day, { day, searches: 0, emptySearches: 0, begun: 0, deflected: 0 })
  const onDay = (at: Millis, what: 'searches' | 'emptySearches' | 'begun' | 'deflected'): void => {
    const counts = days.get(dayOf(at))
    if (counts) counts[what]++
  }
  const missing = new Map<string, Missing>()
  const articles = new Map<Id, Article>()
  const missingOf = (text: string) =>
    ensure(missing, text, (): Missing => ({ times: 0, visitors: new Set(), conversations: [] }))
  const articleOf = (id: Id) => ensure(articles, id, () => ({ views: 0, ratings: new Map(), conversations: [] }))
  let [openedResults, endedInChat] = [0, 0]

  const tally: HelpTally = {
    searched(text, isEmpty, at, visitorId) {
      onDay(at, 'searches')
      if (!isEmpty || text === '') return
      onDay(at, 'emptySearches')
      const one = missingOf(text)
      one.times++
      one.visitors.add(visitorId)
    },
    opened: () => void openedResults++,
    viewed: (id) => void articleOf(id).views++,
    rated: (id, visitorId, helpful, reason) => void articleOf(id).ratings.set(visitorId, { helpful, reason }),
    begun: (at) => onDay(at, 'begun'),
    deflected: (at) => onDay(at, 'deflected'),
    asked(at, visitorId, empty, read, searched) {
      if (searched || read.length > 0) endedInChat++
      const conversation = find(visitorId, at)
      if (!conversation) return
      for (const text of empty) missingOf(text).conversations.unshift(conversation)
      for (const id of read) articleOf(id).conversations.unshift(conversation)
    },
  }
  const sum = (what: 'searches' | 'emptySearches' | 'begun' | 'deflected'): number =>
    [...days.values()].reduce((total, day) => total + day[what], 0)
  return {
    tally,
    insights: (titles: Period['titles']): HelpInsights => ({
      searches: sum('searches'),
      emptySearches: sum('emptySearches'),
      openedResults,
      endedInChat,
      begun: sum('begun'),
      deflected: sum('deflected'),
      missing: [...missing]
        .map(([text, { times, visitors, conversations }]) => ({
          ...{ text, times, visitors: visitors.size },
          conversations: conversations.slice(0, maxConversations),
        }))
        .sort((a, b) => b.times - a.times || b.conversations.length - a.conversations.length)
        .slice(0, maxRows),
      articles: [...articles]
        .map(([id, article]) => toInsight(id, article, titles))
        .filter(({ notHelpful, conversations }) => notHelpful + conversations.length > 0)
        .sort((a, b) => openQuestions(b) - openQuestions(a) || a.helpful - b.helpful)
        .slice(0, maxRows),
      days: [...days.values()],
    }),
  }
}

const openQuestions = ({ notHelpful, conversations }: ArticleInsight): number => notHelpful + conversations.length

function toInsight(id: Id, { views, ratings, conversations }: Article, titles: Period['titles']): ArticleInsight {
  const given = [...ratings.values()]
  const reasons: Record<string, number> = {}
  for (const { helpful, reason } of given) if (!helpful && reason) reasons[reason] = (reasons[reason] ?? 0) + 1
  const helpful = given.filter((one) => one.helpful).length
  return {
    ...{ id, title: titles.get(id) ?? id, views, helpful, notHelpful: given.length - helpful, reasons },
    conversations: conversations.slice(0, maxConversations),
  }
}

function ensure<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key) ?? create()
  map.set(key, known)
  return known
}
