import type { Id, Millis } from './primitives.ts'

/** Whether the help centre works: what visitors who consent to measurement searched, read and asked in some days. */
export interface HelpInsights {
  readonly searches: number
  /** Searches to which nothing surely was an answer. */
  readonly emptySearches: number
  /** Searches one of whose results was opened. */
  readonly openedResults: number
  /** Conversations that were sent within half an hour of a search or of reading. */
  readonly endedInChat: number
  /** How often somebody began to write to the team. */
  readonly begun: number
  /** Of those who began, how many read an article after that and did not send within half an hour. */
  readonly deflected: number
  /** Empty searches by their words, most frequent first. */
  readonly missing: readonly MissingAnswer[]
  /** Articles that left questions open, the worst first. */
  readonly articles: readonly ArticleInsight[]
  /** Every day from the first to the last, in UTC. */
  readonly days: readonly HelpDay[]
}

export interface MissingAnswer {
  /** Without e-mail addresses and numbers. */
  readonly text: string
  readonly times: number
  readonly visitors: number
  /** Conversations that followed within half an hour, newest first, at most five. */
  readonly conversations: readonly ConversationLink[]
}

export interface ArticleInsight {
  readonly id: Id
  /** The id where the article is not there any more. */
  readonly title: string
  readonly views: number
  readonly helpful: number
  readonly notHelpful: number
  /** What was missing, by reason. */
  readonly reasons: Readonly<Record<string, number>>
  readonly conversations: readonly ConversationLink[]
}

export interface ConversationLink {
  readonly id: Id
  /** Its title, or how its last message begins. */
  readonly title: string
}

export interface HelpDay {
  readonly day: Millis
  readonly searches: number
  readonly emptySearches: number
  readonly begun: number
  readonly deflected: number
}
