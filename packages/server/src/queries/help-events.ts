import type { Id, Millis } from '@docent/protocol'

/** What visitors did with the help centre, as the widget tells it where they consent to measurement. */
export interface HelpEventRow {
  readonly visitorId: Id
  readonly name: string
  readonly at: Millis
  readonly data: Readonly<Record<string, unknown>>
}

export const helpEventNames = [
  'help_searched',
  'help_result_opened',
  'article_viewed',
  'article_rated',
  'question_begun',
  'conversation_started',
] as const

export const dayMs = 86_400_000
/** For so long what was read or searched is what a conversation is about, and what was begun may still be sent. */
export const windowMs = 30 * 60_000

/** One visitor's way through help, told in order; each call is one thing worth counting. */
export interface HelpTally {
  searched(text: string, isEmpty: boolean, at: Millis, visitorId: Id): void
  opened(): void
  viewed(article: Id): void
  rated(article: Id, visitorId: Id, helpful: boolean, reason: string | undefined): void
  begun(at: Millis): void
  deflected(at: Millis): void
  /** A conversation followed on these empty searches and articles. */
  asked(at: Millis, visitorId: Id, empty: readonly string[], read: readonly Id[], searched: boolean): void
}

interface Recent<T> {
  readonly what: T
  readonly at: Millis
}

/** Follows one visitor's events, oldest first; `now` says which of what was begun may still be sent. */
export function followVisitor(events: readonly HelpEventRow[], now: Millis, tally: HelpTally): void {
  let searches: Recent<{ readonly text: string; readonly isEmpty: boolean }>[] = []
  let read: Recent<Id>[] = []
  /** When an article was first read after the visitor began to write. */
  let begun: { readAt?: Millis } | undefined
  const settle = (at: Millis): void => {
    if (begun?.readAt === undefined || at - begun.readAt <= windowMs) return
    tally.deflected(begun.readAt)
    begun = undefined
  }
  const recent = <T>(list: readonly Recent<T>[], at: Millis): T[] => [
    ...new Set(list.filter((one) => at - one.at <= windowMs).map(({ what }) => what)),
  ]
  for (const { name, at, data, visitorId } of events) {
    settle(at)
    const [id, text] = [
      String(data.id ?? ''),
      String(data.text ?? '')
        .trim()
        .toLowerCase(),
    ]
    if (name === 'help_searched') {
      const isEmpty = data.results === 0
      searches.push({ what: { text, isEmpty }, at })
      tally.searched(text, isEmpty, at, visitorId)
    } else if (name === 'help_result_opened') tally.opened()
    else if (name === 'article_viewed') {
      read.push({ what: id, at })
      if (begun) begun.readAt ??= at
      tally.viewed(id)
    } else if (name === 'article_rated') {
      const reason = typeof data.reason === 'string' ? data.reason : undefined
      tally.rated(id, visitorId, data.helpful === true, reason)
    } else if (name === 'question_begun') {
      begun = {}
      tally.begun(at)
    } else {
      const asked = recent(searches, at)
      const empty = asked.filter(({ isEmpty }) => isEmpty).map((one) => one.text)
      tally.asked(at, visitorId, [...new Set(empty)], recent(read, at), asked.length > 0)
      ;[searches, read, begun] = [[], [], undefined]
    }
  }
  settle(now)
}
