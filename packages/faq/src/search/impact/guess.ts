import { isUnspaced } from '../fold.ts'
import type { SearchResult } from '../search-engine.ts'
import { correct } from './correct.ts'
import { distance } from './distance.ts'
import { type Meanings, taker } from './expand.ts'
import type { ImpactIndex } from './impact-index.ts'
import type { Take, Vocabulary } from './vocabulary.ts'

/** What may be meant by words that the index does not have: a chunk of its own, since most of what is asked is known as it is written. */
export interface Guess {
  /** Parts of a compound, and what is up to two slips away. */
  word(word: string, isOpen: boolean, found: Meanings): void
  /** Two neighbours that may be one word with a slip in it. */
  pair(before: string, word: string, pair: readonly Meanings[]): void
  /** The query as it is spelled in what was found for it, when a word of it was read as another. */
  correct(query: string, found: readonly SearchResult[]): string | undefined
}

export function createGuess(index: ImpactIndex): Guess {
  const { vocabulary } = index
  const slips = createSlips(vocabulary.words)
  const guess: Guess = {
    word(word, isOpen, found) {
      for (let cut = 2; cut <= word.length - 2; cut++) {
        const [left, right] = [partOf(vocabulary, word.slice(0, cut)), partOf(vocabulary, word.slice(cut))]
        if (!left.size || !right.size) continue
        for (const [part, weight] of left) taker(found)(part, (0.9 * weight * cut) / word.length)
        for (const [part, weight] of right) taker(found)(part, 0.9 * weight * (1 - cut / word.length))
      }
      if (word.length > 4 || (word.length > 2 && !found.size)) slips(word, isOpen && word.length > 3, taker(found))
    },
    pair(before, word, pair) {
      const isNew = vocabulary.find(before) < 0 || vocabulary.find(word) < 0
      if (isNew && before.length + word.length > 6 && !isUnspaced(before))
        slips(before + word, false, (one, weight) => {
          for (const found of pair) taker(found)(one, 0.8 * weight)
        })
    },
    correct: (query, found) => correct(vocabulary.words, index.search(query, 1, guess), query, found),
  }
  return guess
}

/** What a part of a compound is known as; a long one in any ending, since `Rechnungsversand` is of `Rechnung`. */
function partOf(vocabulary: Vocabulary, part: string): Meanings {
  const known = vocabulary.find(part)
  const found: Meanings = new Map(known < 0 ? [] : [[known, 1]])
  if (known < 0 && part.length > 4) vocabulary.kin(part, false, taker(found))
  return found
}

/** Finds words that are up to two slips away, one for short words. */
function createSlips(words: readonly string[]): (word: string, isOpen: boolean, take: Take) => void {
  const masks = words.map(lettersOf)
  return (word, isOpen, take) => {
    const limit = word.length > 5 ? 2 : 1
    const letters = lettersOf(word)
    words.forEach((whole, at) => {
      const mask = masks[at] ?? 0
      const goesOn = isOpen && whole.length > word.length + limit
      // Most words have too many other letters: no need to look at their order.
      if (Math.abs(whole.length - word.length) > limit && !goesOn) return
      if (countOf(letters & ~mask) > limit || (countOf(mask & ~letters) > limit && !goesOn)) return
      const other = goesOn ? whole.slice(0, word.length + limit) : whole
      const slips = distance(word, other, limit, goesOn)
      // Hardly anybody errs twice and in the first letter.
      if (slips > limit || !slips || (slips > 1 && word[0] !== whole[0])) return
      take(at, (slips > 1 ? 0.6 : 0.7) * (goesOn ? 0.7 : 1))
    })
  }
}

const lettersOf = (word: string): number => {
  let mask = 0
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) % 31)
  return mask
}

const countOf = (bits: number): number => {
  let count = 0
  for (let rest = bits; rest; rest &= rest - 1) count++
  return count
}
