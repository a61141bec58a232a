import type { Id, RichText } from '@docent/protocol'

/** What `faq()` is given. Without `content` and `articles` the help centre is the one the backend names. */
export interface FaqOptions {
  /**
   * Address of the folder that `docent build` wrote, the one with `manifest.json`; absolute, or relative to the host page.
   * @default `help` of the app's configuration where that is a whole address, else what the transport's `content` query answers
   */
  readonly content?: string
  /**
   * `true`: the host's pages are watched for `data-docent-article` and `<docent-help>`, by a chunk that only such hosts load.
   * @default false
   */
  readonly onPage?: boolean
  /**
   * `true`: pictures of all articles are fetched too, some time after help was first opened, and are seen without a connection as long as the
   * browser keeps them.
   * @default false: those that were seen
   */
  readonly offlinePictures?: boolean
  /** A handful of articles without a build. They are the whole help centre: `content` is not asked for. */
  readonly articles?: readonly InlineArticle[]
}

export interface InlineArticle {
  /** Letters, digits, `.`, `-` and `_`; part of `open('faq', id)`. */
  readonly id: Id
  readonly title: string
  /** The heading it is listed under. */
  readonly category?: string
  /** Rich text, or plain text whose paragraphs are separated by an empty line. */
  readonly body: RichText | string
}
