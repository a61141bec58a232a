import type { RichListItem, RichNode } from '@docent/protocol'
import type { Heading, List, ListItem, Paragraph, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { quote } from './callout.ts'
import { type Fold, type FoldedContent, foldDetails } from './fold.ts'
import { refuseHtml } from './html.ts'
import { inlines } from './inlines.ts'
import { type Page, placeOf } from './page.ts'
import { plainText } from './plain-text.ts'
import type { Place, Problems } from './problem.ts'
import { headingId } from './slug.ts'

/** The body of an article. */
export const blocks = (nodes: readonly RootContent[], page: Page, isTight = false): RichNode[] =>
  draw(foldDetails(nodes, page), page, isTight)

const draw = (nodes: readonly FoldedContent[], page: Page, isTight: boolean): RichNode[] =>
  nodes.flatMap((node) => block(node, page, isTight))

function block(node: FoldedContent, page: Page, isTight: boolean): readonly RichNode[] {
  switch (node.type) {
    case 'fold':
      return [details(node, page)]
    case 'paragraph':
      // In a list without empty lines the words stand alone.
      return isTight ? inlines(node.children, page) : paragraph(node, page)
    case 'heading':
      return heading(node, page)
    case 'list':
      return [list(node, page)]
    case 'table':
      return [table(node, page)]
    case 'code':
      return [{ type: 'code-block', text: node.value, ...(node.lang && { language: node.lang }) }]
    case 'blockquote':
      return [quote(node, page, blocks)]
    case 'thematicBreak':
      return [{ type: 'rule' }]
    case 'html':
      refuseHtml(node, page)
      return []
    default:
      return []
  }
}

/** A picture among words stands on its own, between what was before and what comes after. */
function paragraph(node: Paragraph, page: Page): RichNode[] {
  const result: RichNode[] = []
  let words: RichNode[] = []
  const flush = (): void => {
    if (plainText(words).trim() !== '') result.push({ type: 'paragraph', children: words })
    words = []
  }
  for (const child of inlines(node.children, page)) {
    if (typeof child === 'object' && (child.type === 'image' || child.type === 'video')) {
      flush()
      result.push(child)
    } else words.push(child)
  }
  flush()
  return result
}

function details({ summary, opening, children }: Fold, page: Page): RichNode {
  const [words] = fromMarkdown(summary).children
  const { problems } = page
  const place = placeOf(opening, page)
  // Its words were cut out of the page, so they do not know their line.
  const told = { ...problems, error: tell(problems.error, place), warn: tell(problems.warn, place) }
  const title = words?.type === 'paragraph' ? inlines(words.children, { ...page, problems: told }) : [summary]
  return { type: 'details', summary: title, children: draw(children, page, false) }
}

const tell =
  (add: Problems['error'], place: Place): Problems['error'] =>
  (_, message, remedy) =>
    add(place, message, remedy)

function heading(node: Heading, page: Page): readonly RichNode[] {
  const children = inlines(node.children, page)
  const text = plainText(children).trim()
  if (text === '') return []
  if (node.depth === 1) {
    if (text === page.title) return []
    const remedy = 'Begin it with ## or leave it out; the title of the front matter is shown above the article'
    page.problems.warn(placeOf(node, page), `The heading “${text}” is as large as the title`, remedy)
  }
  page.headings.push(text)
  const level = node.depth <= 2 ? 2 : node.depth === 3 ? 3 : 4
  return [{ type: 'heading', level, id: headingId(text, page.headingIds), children }]
}

function list(node: List, page: Page): RichNode {
  const items = node.children.map((item) => listItem(item, Boolean(node.spread || item.spread), page))
  const start = node.ordered && node.start != null && node.start !== 1 ? { start: node.start } : {}
  return { type: 'list', ordered: Boolean(node.ordered), ...start, items }
}

function listItem(item: ListItem, spread: boolean, page: Page): RichListItem {
  const children = blocks(item.children, page, !spread)
  return { children, ...(typeof item.checked === 'boolean' && { checked: item.checked }) }
}

const alignments = { left: 'start', center: 'center', right: 'end' } as const

function table(node: Table, page: Page): RichNode {
  const [head = [], ...rows] = node.children.map((row) => row.children.map((cell) => inlines(cell.children, page)))
  return { type: 'table', align: (node.align ?? []).map((align) => (align ? alignments[align] : null)), head, rows }
}
