import { isUnspaced } from '../fold.ts'
import { kinship, stemLength } from './kinship.ts'

/** Takes a word of the index by its number, and how surely it is meant, from 0 to 1. */
export type Take = (word: number, weight: number) => void

/** Finds words of the index that somebody may have meant. */
export interface Vocabulary {
  /** Sorted by code unit. */
  readonly words: readonly string[]
  /** The number of exactly this word, or -1. */
  find(word: string): number
  /** The word itself and its other endings; with `isOpen` also what it is the beginning of. Says whether a word begins with it then. */
  kin(word: string, isOpen: boolean, take: Take): boolean
}

export function createVocabulary(words: readonly string[]): Vocabulary {
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
    words,
    find(word) {
      const at = place(word)
      return words[at] === word ? at : -1
    },
    kin(word, isOpen, take) {
      const stem = isUnspaced(word) ? word : word.slice(0, stemLength(word))
      let isUnfinished = false
      for (let at = place(stem); words[at]?.startsWith(stem); at++) {
        const other = words[at] ?? ''
        const weight = kinship(word, other, isOpen)
        if (weight) take(at, weight)
        isUnfinished ||= isOpen && other.startsWith(word)
      }
      return isUnfinished
    },
  }
}
