import type { Id, Json } from './primitives.ts'
import type { ReplyTime } from './reply-time.ts'
import type { RichNode, RichText } from './rich-text.ts'

/** What a backend can hand out besides conversations. */
export type ContentKind = 'config' | 'articles' | 'checklists' | 'guides' | 'news'

/** Answer of the `content` query: where the immutable, hashed parts are, and the manifest that names them. */
export interface ContentAnswer {
  /** Changes when anything below it changes. */
  readonly version: string
  /** The address the manifest's file names are relative to; any static host or the server. */
  readonly base: string
  readonly manifest: Json
}

/** The app's public configuration: one cacheable answer without anything about a visitor in it. */
export interface AppConfig {
  /** The team's product, as visitors know it. */
  readonly name?: string
  /** Brand colour, any CSS colour. */
  readonly accent?: string
  /** In the team's own words, with a number in it: "We answer within 2 hours, until 18:00". Never "soon". Shown instead of `reply`. */
  readonly replyTime?: string
  /** When a person answers now, by office hours; a visitor's own, by plan and stage, is told by `presence-changed`. */
  readonly reply?: ReplyTime
  /** The faces beside the reply time. */
  readonly team?: readonly { readonly name: string; readonly avatarUrl?: string }[]
  /** `true`: the link opens on page views too, to show who is online. */
  readonly presence?: boolean
  /** Where `docent build` put the help centre; relative to the server. `false`: there is none, and the widget shows none. */
  readonly help?: string | false
}

/** What `docent build` writes as `manifest.json`; served uncached with an ETag. */
export interface HelpManifest {
  readonly format: 1
  readonly version: string
  readonly defaultLocale: string
  readonly locales: Readonly<Record<string, HelpLocale>>
  /** There are articles that not everyone may read; they are not in this folder. */
  readonly isRestricted?: boolean
}
/** What `docent build` writes as `manifest.json` of the folder that is not public. No article is in two parts. */
export interface RestrictedHelp {
  readonly format: 1
  readonly version: string
  readonly parts: readonly RestrictedPart[]
}
/** The articles that the same audiences may read. */
export interface RestrictedPart {
  /** Whoever is one of them may read the part. `plan: pro` of an article is the audience `plan-pro`. */
  readonly audiences: readonly string[]
  readonly locales: Readonly<Record<string, HelpLocale>>
}
/** Answer of the `restricted-help` query: what this visitor may read besides what is public. */
export interface HelpAccess {
  /** By locale. The files are had by the query `restricted-file`, never by an address. */
  readonly parts: readonly Readonly<Record<string, HelpLocale>>[]
}
export interface HelpLocale {
  /** Number of articles. */
  readonly count: number
  /** File with {@link HelpIndex}, relative to the manifest; its name contains a hash of its content. */
  readonly index: string
  /** File with what is prepared for search; without it title, headings and lead are searched. */
  readonly search?: string
  /** Files with {@link HelpShard}, in the order that `HelpArticleEntry.shard` refers to. */
  readonly shards: readonly string[]
  /** File with {@link NewsFile}; absent where there are no entries. */
  readonly news?: string
}
/** All that lists need, in one file per locale. */
export interface HelpIndex {
  readonly categories: readonly HelpCategory[]
  readonly articles: readonly HelpArticleEntry[]
}
export interface HelpCategory {
  readonly id: Id
  readonly title: string
  readonly description?: string
  /** Name of an icon of `@docent/ui`; `book` when absent. */
  readonly icon?: string
}
export interface HelpArticleEntry {
  readonly id: Id
  readonly title: string
  readonly category: Id
  /** Text of the headings, for search. */
  readonly headings: readonly string[]
  /** The first 220 characters as plain text: searched and shown as an excerpt. */
  readonly lead: string
  readonly keywords: readonly string[]
  readonly level: 'basic' | 'advanced'
  /** Stages for which it is suggested before others; every stage when absent. */
  readonly stages?: readonly string[]
  /** Path patterns of host pages that the article belongs to, for example `/invoices/*`. */
  readonly pages: readonly string[]
  /** Reading time in minutes, at least 1. */
  readonly minutes: number
  /** ISO date, `2026-11-12`. */
  readonly updated?: string
  /** Which of `HelpLocale.shards` holds the body. */
  readonly shard: number
}
/** Bodies of some articles by id. */
export interface HelpShard {
  readonly articles: Readonly<Record<Id, RichText>>
}
/** What's new, newest first. */
export interface NewsFile {
  readonly entries: readonly NewsEntry[]
}
export interface NewsEntry {
  readonly id: Id
  readonly title: string
  /** ISO date, `2026-11-12`. Not shown before that day begins in UTC. */
  readonly date: string
  readonly kind: 'new' | 'improved' | 'fixed' | 'event'
  readonly body: RichText
  /** The way on: a `link` or an `open` node. */
  readonly link?: RichNode
  /** The rule that says who sees it; everybody when absent. It hides, it does not keep secret. */
  readonly when?: Json
}
