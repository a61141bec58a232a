import type { RichNode, RichText } from '@docent/protocol'

/**
 * The Markdown subset of messages: paragraphs, lists, fenced code, and inside them bold, italic, code and links. Tolerant: what
 * is not markup stays as it was written. Data, never HTML.
 */
export function parseMessageText(text: string): RichText {
  return text.split(/(^```\w*\n[\s\S]*?(?:\n```|$(?![\s\S])))/m).flatMap((block): RichText => {
    const code = /^```\w*\n([\s\S]*?)(?:\n```)?$/.exec(block)
    if (code) return [{ type: 'code-block', text: code[1] ?? '' }]
    return block.split(/\n{2,}/).flatMap(parseBlock)
  })
}

function parseBlock(block: string): RichText {
  const lines = block.replace(/^\n+|\n+$/g, '').split('\n')
  if (lines.length === 1 && !lines[0]) return []
  const bullet = /^\s*[-*•]\s+/
  const number = /^\s*\d{1,9}[.)]\s+/
  for (const [ordered, marker] of [
    [false, bullet],
    [true, number],
  ] as const) {
    if (!lines.every((line) => marker.test(line))) continue
    const items = lines.map((line) => ({ children: parseInline(line.replace(marker, '')) }))
    return [{ type: 'list', ordered, items, ...(ordered && { start: Number.parseInt(block.trim(), 10) }) }]
  }
  return [{ type: 'paragraph', children: parseInline(lines.join('\n')) }]
}

/** Nothing in it looks further than the next mark of its own kind: a text full of marks is read as fast as any other. */
const inline =
  /`([^`\n]+)`|\*\*([^*\n]+)\*\*|\*([^*\s][^*\n]*)\*|_([^_\s][^_\n]*)_(?!\w)|\[([^[\]\n]+)\]\((https?:\/\/[^\s)]+|mailto:[^\s)]+)\)|(https?:\/\/[^\s<>]*[^\s<>.,:;!?)\]'"])/g

function parseInline(text: string): RichText {
  const nodes: RichNode[] = []
  let end = 0
  for (const match of text.matchAll(inline)) {
    if (match.index > end) nodes.push(text.slice(end, match.index))
    nodes.push(toNode(match))
    end = match.index + match[0].length
  }
  if (end < text.length) nodes.push(text.slice(end))
  return nodes
}

function toNode([whole, code, bold, star, underscore, label, href, url]: RegExpMatchArray): RichNode {
  if (code) return { type: 'code', text: code }
  if (bold) return { type: 'strong', children: parseInline(bold) }
  const emphasis = star ?? underscore
  if (emphasis) return { type: 'emphasis', children: parseInline(emphasis) }
  if (label && href) return { type: 'link', href, children: [label] }
  return url ? { type: 'link', href: url, children: [url] } : whole
}
