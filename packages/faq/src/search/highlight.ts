import { fold, isUnspaced } from './fold.ts'
import type { MarkedText } from './search-engine.ts'

/** Marks where words of the query begin words of the text, and those of `words`; without them those that are one slip away. */
export function highlight(text: string, terms: readonly string[], words?: ReadonlySet<string>): MarkedText {
  const { folded, origins } = foldWithOrigins(text)
  const marked = new Set<number>()
  const mark = (from: number, length: number): void => {
    for (let unit = from; unit < from + length; unit++) marked.add(unit)
  }
  if (words)
    for (const { 0: word, index } of folded.matchAll(/[\p{L}\p{N}_]+/gu)) if (words.has(word)) mark(index, word.length)
  for (const term of terms)
    if (isUnspaced(term))
      for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) mark(at, term.length)
    else
      for (const { 0: word, index } of folded.matchAll(/[\p{L}\p{N}_]+/gu))
        if (word === term || (term.length > 1 && word.startsWith(term))) mark(index, term.length)
        else if (!words && isNear(word, term)) mark(index, word.length)

  const ranges: [number, number][] = []
  origins.forEach((from, unit) => {
    if (!marked.has(unit)) return
    const to = origins[unit + 1] ?? text.length
    const last = ranges.at(-1)
    if (last && last[1] >= from) last[1] = to
    else ranges.push([from, to])
  })
  return { text, ranges }
}

/** Folding can shorten and lengthen: each folded unit remembers where it came from. */
function foldWithOrigins(text: string): { folded: string; origins: readonly number[] } {
  let folded = ''
  const origins: number[] = []
  let origin = 0
  for (const character of text) {
    const part = fold(character)
    for (let unit = 0; unit < part.length; unit++) origins.push(origin)
    folded += part
    origin += character.length
  }
  return { folded, origins }
}

/** The same but for one letter more, less or other, or two neighbours swapped; for words of at least four letters. */
function isNear(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const rest = (word: string, skipped: number): string => word.slice(start + skipped)
  return (
    rest(a, 1) === rest(b, 1) ||
    rest(a, 1) === rest(b, 0) ||
    rest(a, 0) === rest(b, 1) ||
    b.slice(start, start + 2) + rest(a, 2) === (a[start + 1] ?? '') + a[start] + rest(b, 2)
  )
}
