import { fold, isUnspaced } from './fold.ts'
import type { MarkedText } from './search-engine.ts'

/** Marks where words of the query begin words of the text, and the words that `isMeant` says. */
export function highlight(text: string, terms: readonly string[], isMeant: (word: string) => boolean): MarkedText {
  // Folding can shorten and lengthen: each folded unit remembers where it came from.
  let folded = ''
  const origins: number[] = []
  for (const { 0: character, index } of text.matchAll(/./gsu)) {
    const part = fold(character)
    folded += part
    for (const _ of part.split('')) origins.push(index)
  }
  const marked = new Set<number>()
  const mark = (from: number, length: number): void => {
    for (let unit = from; unit < from + length; unit++) marked.add(unit)
  }
  for (const { 0: word, index } of folded.matchAll(/[\p{L}\p{N}_]+/gu)) {
    if (isMeant(word)) mark(index, word.length)
    for (const term of terms)
      if (isUnspaced(term))
        for (let at = word.indexOf(term); at >= 0; at = word.indexOf(term, at + 1)) mark(index + at, term.length)
      else if (word === term || (term.length > 1 && word.startsWith(term))) mark(index, term.length)
  }
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
