import { isUnspaced } from '../fold.ts'
import type { Guess } from './guess.ts'
import { kinship } from './kinship.ts'
import { termsOf } from './terms.ts'
import type { Take, Vocabulary } from './vocabulary.ts'

/** Words of the index that one word of a query stands for, by number, and how surely, from 0 to 1. */
export type Meanings = Map<number, number>

export interface Expanded {
  /** What was asked for, without words that say nothing. */
  readonly terms: readonly string[]
  readonly meanings: readonly Meanings[]
  /** Terms that the index does not have as they are, nor begins words with. */
  readonly unknown: ReadonlySet<string>
}

/** Turns queries into words of the index. `isOpen`: the last word may still be being typed. Without `guess` unknown words are known by their endings alone. */
export type Expand = (folded: string, isOpen: boolean, guess: Guess | undefined) => Expanded

export function createExpand(vocabulary: Vocabulary, stopWords: string, synonyms: string): Expand {
  const says = (word: string): boolean => !` ${stopWords} `.includes(` ${word} `)
  const groups = synonyms.split('|').map((group) => group.split(',').map(termsOf))

  return (folded, isOpen, guess) => {
    const all = termsOf(folded)
    const telling = all.filter(says)
    const terms = telling.length ? telling : all
    const unknown = new Set<string>()
    const meanings = terms.map((word, index) => {
      const found: Meanings = new Map()
      const isLast = isOpen && index === terms.length - 1
      // What begins known words is rather unfinished than wrong.
      if (!vocabulary.kin(word, isLast, taker(found)) && vocabulary.find(word) < 0 && !isUnspaced(word)) {
        unknown.add(word)
        guess?.word(word, isLast, found)
      }
      return found
    })
    // `wi fi` is also `wifi`.
    terms.slice(1).forEach((word, index) => {
      const before = terms[index] ?? ''
      const pair = meanings.slice(index, index + 2)
      const whole = vocabulary.find(before + word)
      if (whole < 0) guess?.pair(before, word, pair)
      else for (const found of pair) taker(found)(whole, 0.9)
    })
    for (const group of groups)
      for (const phrase of group) {
        const at = placeOf(phrase, all)
        const asked = at < 0 ? undefined : all.slice(at, at + phrase.length).find(says)
        const found = asked && meanings[terms.indexOf(asked)]
        if (!found) continue
        for (const other of group) {
          const words = other === phrase ? [] : other.filter(says)
          // Never above the word that was written.
          for (const one of words) vocabulary.kin(one, false, taker(found, 0.65 / words.length))
        }
      }
    return { terms, meanings, unknown }
  }
}

/** Adds words to what was found, each as surely as it is by any reading. */
export const taker =
  (found: Meanings, scale = 1): Take =>
  (word, weight) => {
    if ((found.get(word) ?? 0) < weight * scale) found.set(word, weight * scale)
  }

/** Where a phrase begins in the query, or -1; a single word in any ending. */
const placeOf = (phrase: readonly string[], query: readonly string[]): number =>
  query.findIndex((_, at) =>
    phrase.every((word, index) => {
      const other = query[at + index] ?? ''
      return other === word || (phrase.length === 1 && kinship(word, other, false) > 0.57)
    }),
  )
