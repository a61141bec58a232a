import { basename, extname } from 'node:path'
import type { RichNode } from '@docent/protocol'
import type { Definition, FootnoteDefinition, Node, Parent, Root } from 'mdast'
import { blocks } from './blocks.ts'
import { idRemedy, isId } from './categories.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import type { ArticleLink, Page } from './page.ts'
import { parseMarkdown } from './parse-markdown.ts'
import type { Place, Problems } from './problem.ts'
import type { SourceFile } from './source-tree.ts'
import type { YamlText } from './yaml-reader.ts'

/** One Markdown file, turned into data. */
export interface SourceArticle extends FrontMatter {
  readonly id: string
  readonly path: string
  /** Where to say that something is wrong with the article as such. */
  readonly place: Place
  readonly body: readonly RichNode[]
  /** Text of the headings. */
  readonly headings: readonly string[]
  readonly headingIds: ReadonlySet<string>
  readonly links: readonly ArticleLink[]
}

/** What the articles of a locale share. */
export type Surroundings = Pick<Page, 'media' | 'sourceDir' | 'locale' | 'problems'>

/** `undefined` when it has no usable front matter; its text is checked all the same. */
export function readArticle(source: SourceFile, around: Surroundings): SourceArticle | undefined {
  const { problems } = around
  const root = parseMarkdown(source.text)
  const matter = frontMatterOf(root, source, problems)
  const known = problems.list.length
  const { body, page } = readBody(root, source, matter?.title ?? '', around)
  const start = { file: source.file, line: 1, column: 1 }
  const id = matter?.slug ?? basename(source.path, extname(source.path))
  // What was refused above is not missing as well.
  if (matter && body.length === 0 && problems.list.length === known && !hasPicture(root))
    problems.error(start, 'The article is empty', 'Write its text below the front matter')
  if (matter && !isId(id)) {
    const what = matter.slug === undefined ? 'The name of the file' : 'The slug'
    problems.error(matter.slugPlace ?? start, `${what} cannot be an id: “${id}”`, idRemedy)
  }
  if (!matter) return undefined
  const { headings, headingIds, links } = page
  return { ...matter, id, path: source.path, place: matter.slugPlace ?? start, body, headings, headingIds, links }
}

function frontMatterOf(root: Root, source: SourceFile, problems: Problems): FrontMatter | undefined {
  const yaml = yamlOf(root, source, problems)
  return yaml && readFrontMatter(yaml, problems)
}

/** The lines between `---` at the top of a file; `undefined` and an error where there are none. */
export function yamlOf(
  root: Root,
  source: SourceFile,
  problems: Problems,
  begin = 'Begin the file with a line ---, title:, category:, and a line ---',
): YamlText | undefined {
  const first = root.children[0]
  if (first?.type === 'yaml') return { file: source.file, text: first.value, linesBefore: 1 }
  const isOpen = /^---[ \t]*\r?\n/.test(source.text)
  problems.error(
    { file: source.file, line: 1, column: 1 },
    isOpen ? 'The front matter does not end' : 'The file has no front matter',
    isOpen ? 'Put a line with --- below its last key' : begin,
  )
  return undefined
}

function createPage(root: Root, source: SourceFile, title: string, around: Surroundings): Page {
  const definitions = new Map<string, Definition>()
  const footnotes = new Map<string, FootnoteDefinition>()
  visit(root, (node) => {
    if (isType<Definition>(node, 'definition') && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
    if (isType<FootnoteDefinition>(node, 'footnoteDefinition')) footnotes.set(node.identifier, node)
  })
  const { path, file } = source
  const found = { cited: [], headingIds: new Set<string>(), headings: [], links: [] }
  return { ...around, path, file, title, definitions, footnotes, ...found }
}

/** The text below the front matter, and what was found in it. */
export function readBody(root: Root, source: SourceFile, title: string, around: Surroundings) {
  const page = createPage(root, source, title, around)
  return { page, body: [...blocks(root.children, page), ...footnotes(page)] }
}

/** Where nothing is left of one, it is told already. */
function hasPicture(root: Root): boolean {
  let isThere = false
  visit(root, ({ type }) => {
    isThere ||= type === 'image' || type === 'imageReference'
  })
  return isThere
}

const isType = <T extends Node>(node: Node, type: T['type']): node is T => node.type === type

function visit(node: Node, see: (node: Node) => void): void {
  see(node)
  for (const child of (node as Partial<Parent>).children ?? []) visit(child, see)
}

/** Footnotes become a numbered list below the text; one may cite another, so the list can grow while it is made. */
function footnotes(page: Page): RichNode[] {
  const items = []
  for (let index = 0; index < page.cited.length; index++) {
    const definition = page.footnotes.get(page.cited[index] ?? '')
    const children = definition ? blocks(definition.children, page) : []
    const [only] = children
    const isPlain = children.length === 1 && typeof only === 'object' && only.type === 'paragraph'
    items.push({ children: isPlain ? only.children : children })
  }
  return items.length === 0 ? [] : [{ type: 'rule' }, { type: 'list', ordered: true, items }]
}
