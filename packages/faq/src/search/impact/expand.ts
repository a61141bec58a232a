import { isUnspaced } from '../fold.ts'
import { kinship } from './kinship.ts'
import { termsOf } from './terms.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Words of the index that one word of a query stands for, by number, and how surely, from 0 to 1. */
export type Meanings = Map<number, number>

export interface Expanded {
  /** What was asked for, without words that say nothing. */
  readonly terms: readonly string[]
  readonly meanings: readonly Meanings[]
  /** Terms that the index does not have, in any ending. */
  readonly unknown: ReadonlySet<string>
}

/** Turns queries into words of the index. `isOpen`: the last word may still be being typed. */
export type Expand = (folded: string, isOpen: boolean) => Expanded

export function createExpand(vocabulary: Vocabulary, stopWords: string, synonyms: string): Expand {
  const says = (word: string): boolean => !` ${stopWords} `.includes(` ${word} `)
  const groups = synonyms.split('|').map((group) => group.split(',').map(termsOf))

  return (folded, isOpen) => {
    const all = termsOf(folded)
    const telling = all.filter(says)
    const terms = telling.length ? telling : all
    const unknown = new Set<string>()
    const meanings = terms.map((word, index) => {
      const found: Meanings = new Map()
      const last = isOpen && index === terms.length - 1
      if (!expandWord(vocabulary, word, last, found)) unknown.add(word)
      return found
    })
    if (!isUnspaced(folded)) joinNeighbours(vocabulary, terms, meanings)
    for (const group of groups)
      for (const phrase of group) {
        const at = placeOf(phrase, all)
        const word = at < 0 ? -1 : terms.indexOf(phrase.map((_, index) => all[at + index] ?? '').find(says) ?? '')
        const found = meanings[word]
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

/** Whether the word is known as it is. */
function expandWord(vocabulary: Vocabulary, word: string, isLast: boolean, found: Meanings): boolean {
  const isUnfinished = vocabulary.kin(word, isLast, taker(found))
  if (vocabulary.find(word) >= 0 || isUnspaced(word)) return true
  for (let cut = 2; cut <= word.length - 2; cut++) {
    const [left, right] = [partOf(vocabulary, word.slice(0, cut)), partOf(vocabulary, word.slice(cut))]
    if (!left.size || !right.size) continue
    for (const [part, weight] of left) taker(found)(part, (0.9 * weight * cut) / word.length)
    for (const [part, weight] of right) taker(found)(part, 0.9 * weight * (1 - cut / word.length))
  }
  // What begins known words is rather unfinished than wrong.
  if (word.length > 4 || (word.length > 2 && !found.size))
    vocabulary.slips(word, isLast && word.length > 3, taker(found, isUnfinished ? 0.7 : 1))
  return found.size > 0 && isUnfinished
}

/** What a part of a compound is known as; a long one in any ending, since `Rechnungsversand` is of `Rechnung`. */
function partOf(vocabulary: Vocabulary, part: string): Meanings {
  const known = vocabulary.find(part)
  const found: Meanings = new Map(known < 0 ? [] : [[known, 1]])
  if (known < 0 && part.length > 4) vocabulary.kin(part, false, taker(found))
  return found
}

/** `wi fi` is also `wifi`, and where one of the two is unknown it may be a slip in the whole. */
function joinNeighbours(vocabulary: Vocabulary, terms: readonly string[], meanings: readonly Meanings[]): void {
  terms.slice(1).forEach((word, index) => {
    const [before = '', pair] = [terms[index], [meanings[index], meanings[index + 1]]]
    const whole = before + word
    const at = vocabulary.find(whole)
    const isNew = vocabulary.find(before) < 0 || vocabulary.find(word) < 0
    for (const found of pair) if (found && at >= 0) taker(found)(at, 0.9)
    if (at < 0 && isNew && whole.length > 6)
      vocabulary.slips(whole, false, (one, weight) => {
        for (const found of pair) if (found) taker(found)(one, 0.8 * weight)
      })
  })
}

const taker =
  (found: Meanings, scale = 1) =>
  (word: number, weight: number): void => {
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
