import type { MarkedText, Range } from './search-engine.ts'

/** Two lines of a text: where nothing in them matched, it starts a few words before the first match. */
export function excerptOf(marked: MarkedText): MarkedText {
  const first = marked.ranges[0]?.[0] ?? 0
  const cut = first < 80 ? 0 : marked.text.lastIndexOf(' ', first - 24) + 1
  if (!cut) return marked
  const move = ([from, to]: Range): Range => [from + 1 - cut, to + 1 - cut]
  return { text: `…${marked.text.slice(cut)}`, ranges: marked.ranges.map(move) }
}
