import type { RichText } from '@docent/protocol'
import type { Definition, FootnoteDefinition, Node } from 'mdast'
import type { Media } from './media.ts'
import type { Place, Problems } from './problem.ts'

/** An `open faq` node whose route is written when every article is known. */
export interface OpenArticle {
  readonly type: 'open'
  readonly feature: 'faq'
  route: string
  readonly children: RichText
}

/** A link to another article, to be checked when every article is known. */
export interface ArticleLink {
  readonly node: OpenArticle
  readonly place: Place
  /** By file, relative to the source folder, or by id. */
  readonly path?: string
  readonly id?: string
  readonly heading: string
}

/** What turning one article's Markdown into RichText needs and finds. */
export interface Page {
  readonly path: string
  readonly file: string
  readonly title: string
  readonly problems: Problems
  readonly media: Media
  readonly sourceDir: string
  readonly locale: string
  readonly definitions: ReadonlyMap<string, Definition>
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>
  /** Footnotes in the order in which the text refers to them. */
  readonly cited: string[]
  readonly headingIds: Set<string>
  readonly headings: string[]
  readonly links: ArticleLink[]
}

export const placeOf = (node: Pick<Node, 'position'>, page: Pick<Page, 'file'>): Place => ({
  file: page.file,
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
})
