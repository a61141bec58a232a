import type { RichNode, RichText } from '@docent/protocol'

/** The words of a tree, without pictures. */
export const plainText = (nodes: RichText): string => nodes.map(textOf).join('')

function textOf(node: RichNode): string {
  if (typeof node === 'string') return node
  switch (node.type) {
    case 'code':
      return node.text
    case 'code-block':
      return `${node.text} `
    case 'break':
      return ' '
    case 'list':
      return node.items.map((item) => ` ${plainText(item.children)} `).join('')
    case 'table':
      return [node.head, ...node.rows].map((row) => ` ${row.map(plainText).join(' ')} `).join('')
    case 'image':
    case 'video':
    case 'rule':
      return ''
    case 'details':
      return `${plainText(node.summary)} ${plainText(node.children)} `
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'callout':
      return `${plainText(node.children)} `
    default:
      return plainText(node.children)
  }
}

/** The beginning of an article, for lists and search: prose first, at most `maxLength` characters, cut between words. */
export function leadOf(body: RichText, maxLength = 220): string {
  const prose = body.filter(
    (node) => typeof node === 'string' || !['heading', 'code-block', 'table', 'image', 'video'].includes(node.type),
  )
  const text = squeeze(plainText(prose)) || squeeze(plainText(body))
  if (text.length <= maxLength) return text
  const cut = text.slice(0, maxLength + 1)
  const space = cut.lastIndexOf(' ')
  // Chinese and Japanese have no spaces, and half a surrogate pair is no character.
  return space > maxLength / 2 ? cut.slice(0, space) : text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '')
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Reading time in whole minutes: 200 words, or 400 Chinese or Japanese characters, a minute. */
export function minutesToRead(body: RichText): number {
  const text = plainText(body)
  const ideographs = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0
  const spoken = ideographs > 0 ? Math.max(0, words - ideographs / 2) : words
  return Math.max(1, Math.round(spoken / 200 + ideographs / 400))
}
