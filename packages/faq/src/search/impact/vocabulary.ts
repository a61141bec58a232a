import { isUnspaced } from '../fold.ts'
import { distance } from './distance.ts'
import { kinship, stemLength } from './kinship.ts'

/** Takes a word of the index by its number, and how surely it is meant, from 0 to 1. */
export type Take = (word: number, weight: number) => void

/** Finds words of the index that somebody may have meant. */
export interface Vocabulary {
  /** The number of exactly this word, or -1. */
  find(word: string): number
  /** The word itself and its other endings; with `isOpen` also what it is the beginning of. Says whether there was such a word. */
  kin(word: string, isOpen: boolean, take: Take): boolean
  /** Words that are up to two slips away, one for short words. */
  slips(word: string, isOpen: boolean, take: Take): void
}

export function createVocabulary(words: readonly string[]): Vocabulary {
  const masks: number[] = []

  const place = (word: string): number => {
    let [low, high] = [0, words.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((words[middle] ?? '') < word) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    find(word) {
      const at = place(word)
      return words[at] === word ? at : -1
    },
    kin(word, isOpen, take) {
      const stem = word.slice(0, isUnspaced(word) ? undefined : stemLength(word))
      let isUnfinished = false
      for (let at = place(stem); words[at]?.startsWith(stem); at++) {
        const other = words[at] ?? ''
        const weight = kinship(word, other, isOpen)
        if (weight) take(at, weight)
        isUnfinished ||= isOpen && other !== word && other.startsWith(word)
      }
      return isUnfinished
    },
    slips(word, isOpen, take) {
      if (!masks.length) for (const one of words) masks.push(lettersOf(one))
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
    },
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
