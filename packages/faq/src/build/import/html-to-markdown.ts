import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { type Handle, toMdast } from 'hast-util-to-mdast'
import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'

/** What an article's HTML becomes. */
export interface ConvertedHtml {
  readonly markdown: string
  /** The `<title>`, or the first `<h1>`, of a whole page. */
  readonly title?: string
  /** `lang` of the page. */
  readonly locale?: string
}

/** Addresses as they are to be written; `undefined` leaves the link or picture out and keeps its words. */
export type Rewrite = (url: string) => string | undefined

/** HTML as a help centre exports it, as Markdown that `docent build` takes. Scripts, styles and forms are left out. */
export function htmlToMarkdown(html: string, rewrite: Rewrite = (url) => url): ConvertedHtml {
  const isPage = /<(html|body|head|main)\b/i.test(html)
  const root = fromHtml(html, { fragment: !isPage })
  const main = isPage ? (find(root, ['main', 'article']) ?? find(root, ['body']) ?? root) : root
  const heading = find(main, ['h1'])
  const title = textOf(heading) || textOf(find(root, ['title']))
  const locale = find(root, ['html'])?.properties.lang
  // The title is drawn above every article.
  if (heading && isPage) heading.children = []
  const content = toMdast(main.type === 'root' ? main : { type: 'root', children: main.children }, {
    handlers: { details, iframe: frame, video: frame },
  })
  return {
    markdown: `${toMarkdown(rewritten(content, rewrite) as Root & Nodes, { extensions: [gfmToMarkdown()], bullet: '-', rule: '-' }).trim()}\n`,
    ...(title && { title }),
    ...(typeof locale === 'string' && locale && { locale }),
  }
}

type Tree = Root | Element

function find(tree: Tree, names: readonly string[]): Element | undefined {
  for (const child of tree.children) {
    if (child.type !== 'element') continue
    const found = names.includes(child.tagName) ? child : find(child, names)
    if (found) return found
  }
  return undefined
}

const textOf = (tree: Element | undefined): string =>
  (tree?.children ?? [])
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/** Folded text stays folded. */
const details: Handle = (state, node: Element) => {
  const summary = find(node, ['summary'])
  const rest = { ...node, children: node.children.filter((child) => child !== summary) }
  const title = textOf(summary) || '…'
  const markup = (value: string): RootContent => ({ type: 'html', value })
  return [
    markup(`<details>\n<summary>${title}</summary>`),
    ...(state.toFlow(state.all(rest)) as RootContent[]),
    markup('</details>'),
  ]
}

/** Videos of other sites become links; a picture file of its own is written as one. */
const frame: Handle = (_, node: Element): Paragraph | undefined => {
  const url = node.properties.src ?? find(node, ['source'])?.properties.src
  if (typeof url !== 'string' || url === '') return undefined
  const title = typeof node.properties.title === 'string' ? node.properties.title : 'Video'
  const isFile = /\.(mp4|webm)$/i.test(url)
  const child: PhrasingContent = isFile
    ? { type: 'image', url, alt: title }
    : { type: 'link', url: url.replace(/^\/\//, 'https://'), children: [{ type: 'text', value: title }] }
  return { type: 'paragraph', children: [child] }
}

function rewritten(node: Nodes, rewrite: Rewrite): Nodes {
  if (!('children' in node)) return node
  const children = (node.children as Nodes[]).flatMap((child): Nodes[] => {
    if (child.type !== 'link' && child.type !== 'image') return [rewritten(child, rewrite)]
    const url = rewrite(child.url)
    if (child.type === 'image') return url === undefined ? [] : [{ ...child, url }]
    const link = rewritten(child, rewrite) as typeof child
    return url === undefined ? link.children : [{ ...link, url }]
  })
  return { ...node, children } as Nodes
}
