import type { RichNode, RichText } from '@docent/protocol'
import { type FoundArticle, wordsOf } from './help-library.ts'
import { textOf } from './text-of.ts'

/** Longer is read in the article itself. */
const maxLength = 700

/** The part of an article that has most of what was asked, rare words above all, as Markdown for a message. */
export function bestSection({ body, weigh }: Pick<FoundArticle, 'body' | 'weigh'>, question: string): string {
  const asked = new Set(wordsOf(question))
  const score = (section: RichText): number => {
    const found = new Set(wordsOf(textOf(section)).filter((word) => asked.has(word)))
    return [...found].reduce((sum, word) => sum + weigh(word), 0)
  }
  const sections = splitByHeading(body).filter((section) => section.some((node) => isTelling(node, asked)))
  const best = sections.reduce<RichText>((one, other) => (score(other) > score(one) ? other : one), sections[0] ?? [])
  let text = ''
  for (const node of best) {
    const block = typeof node === 'object' && node.type === 'table' ? rowsFor(node, asked) : toBlock(node)
    if (text !== '' && text.length + block.length > maxLength) break
    text += block === '' ? '' : `${text === '' ? '' : '\n\n'}${block}`
  }
  return text
}

const isTelling = (node: RichNode, asked: ReadonlySet<string>): boolean =>
  typeof node !== 'string' &&
  (node.type === 'paragraph' || node.type === 'list' || (node.type === 'table' && rowsFor(node, asked) !== ''))

const maxRows = 3

/** Of a table the rows that were asked about, by the word that is theirs alone: `**Germany** · Standard: 19% · Reduced: 7%`. */
function rowsFor({ head, rows }: Extract<RichNode, { type: 'table' }>, asked: ReadonlySet<string>): string {
  const found = rows.filter(([first = []]) => wordsOf(textOf(first)).some((word) => asked.has(word)))
  return found
    .slice(0, maxRows)
    .map(([first = [], ...cells]) => {
      const rest = cells.map((cell, index) => `${inline(head[index + 1] ?? [])}: ${inline(cell)}`)
      return `- ${[`**${inline(first)}**`, ...rest].join(' · ')}`
    })
    .join('\n')
}

function splitByHeading(body: RichText): RichText[] {
  const sections: RichNode[][] = [[]]
  for (const node of body) {
    if (typeof node !== 'string' && node.type === 'heading') sections.push([node])
    else sections.at(-1)?.push(node)
  }
  return sections
}

const toMarkdown = (nodes: RichText): string => nodes.map(toBlock).filter(Boolean).join('\n\n')

function toBlock(node: RichNode): string {
  if (typeof node === 'string') return node.trim()
  switch (node.type) {
    case 'heading':
      return `**${inline(node.children)}**`
    case 'list':
      return node.items
        .map((item, index) => `${node.ordered ? `${(node.start ?? 1) + index}.` : '-'} ${inline(item.children)}`)
        .join('\n')
    case 'code-block':
      return `\`\`\`\n${node.text}\n\`\`\``
    case 'callout':
    case 'quote':
      return toMarkdown(node.children)
    default:
      return inline([node])
  }
}

/** Within a line. Pictures and what this version does not know stay in the article. */
function inline(nodes: RichText): string {
  const text = nodes.map((node): string => {
    if (typeof node === 'string') return node
    switch (node.type) {
      case 'strong':
        return `**${inline(node.children)}**`
      case 'emphasis':
        return `*${inline(node.children)}*`
      case 'code':
        return `\`${node.text}\``
      case 'link':
        return `[${inline(node.children)}](${node.href})`
      case 'break':
        return ' '
      default:
        return 'children' in node ? `${inline(node.children)} ` : ''
    }
  })
  return text.join('').replaceAll(/\s+/g, ' ').trim()
}
