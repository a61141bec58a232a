import { fold, isUnspaced } from './fold.ts'
import type { MarkedText, Range } from './search-engine.ts'

/** Marks where words of the query begin words of the text, and words that are one slip away from them. */
export function highlight(text: string, terms: readonly string[]): MarkedText {
  const { folded, origins } = foldWithOrigins(text)
  const found: Range[] = []
  const mark = (from: number, length: number): void => {
    found.push([origins[from] ?? text.length, origins[from + length] ?? text.length])
  }
  for (const term of terms) {
    if (isUnspaced(term))
      for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) mark(at, term.length)
    else
      for (const { 0: word, index } of folded.matchAll(/[\p{L}\p{N}_]+/gu)) {
        if (word.startsWith(term) && (term.length > 1 || word === term)) mark(index, term.length)
        else if (isNear(word, term)) mark(index, word.length)
      }
  }
  return { text, ranges: merge(found) }
}

/** Folding can shorten and lengthen: each folded unit remembers where it came from. */
function foldWithOrigins(text: string): { folded: string; origins: number[] } {
  let folded = ''
  const origins: number[] = []
  let origin = 0
  for (const character of text) {
    const part = fold(character)
    for (let unit = 0; unit < part.length; unit++) origins.push(origin)
    folded += part
    origin += character.length
  }
  origins.push(origin)
  return { folded, origins }
}

/** The same but for one letter, or two neighbours swapped; for words of at least four letters. */
function isNear(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const rest = (word: string, skip: number): string => word.slice(start + skip)
  return (
    rest(a, 1) === rest(b, 1) ||
    rest(a, 1) === rest(b, 0) ||
    rest(a, 0) === rest(b, 1) ||
    (a[start] === b[start + 1] && a[start + 1] === b[start] && rest(a, 2) === rest(b, 2))
  )
}

function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)]
    else merged.push([from, to])
  }
  return merged
}

/** Two lines of a result: when nothing in them matched, the text starts a few words before the first match. */
export function excerptOf(marked: MarkedText, firstLines = 80): MarkedText {
  const first = marked.ranges[0]?.[0] ?? 0
  if (first < firstLines) return marked
  const cut = marked.text.lastIndexOf(' ', first - 24) + 1
  if (cut < 1) return marked
  const shift = 1 - cut
  return {
    text: `…${marked.text.slice(cut)}`,
    ranges: marked.ranges.map(([from, to]): Range => [from + shift, to + shift]),
  }
}
