import { fold, isUnspaced } from './fold.ts'
import type { MarkedText } from './search-engine.ts'

/** Marks where words of the query begin words of the text, and words that are meant by them. */
export function highlight(text: string, terms: readonly string[], isMeant: (word: string) => boolean): MarkedText {
  const { folded, origins } = foldWithOrigins(text)
  const marked = new Set<number>()
  const mark = (from: number, length: number): void => {
    for (let unit = from; unit < from + length; unit++) marked.add(unit)
  }
  for (const { 0: word, index } of folded.matchAll(/[\p{L}\p{N}_]+/gu)) {
    if (isMeant(word)) mark(index, word.length)
    for (const term of terms) if (word === term || (term.length > 1 && word.startsWith(term))) mark(index, term.length)
  }
  for (const term of terms)
    if (isUnspaced(term))
      for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) mark(at, term.length)

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
