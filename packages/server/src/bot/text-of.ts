import type { RichText } from '@docent/protocol'

/** All words of a rich text, whatever nodes it is made of. */
export const textOf = (nodes: RichText): string => wordsIn(nodes).join(' ')

/** What is said stands in these; the rest says how it is drawn. */
const telling = new Set(['children', 'text', 'items', 'head', 'rows', 'summary', 'alt', 'caption'])

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => (telling.has(key) ? wordsIn(part) : []))
}
