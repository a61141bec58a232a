import { isUnspaced, wordsOf } from '../fold.ts'

/**
 * What the index knows a folded text by: words, and of writing without spaces each pair of neighbouring characters, which finds
 * as much as a dictionary does and is the same everywhere.
 */
export const termsOf = (folded: string): string[] =>
  wordsOf(folded).flatMap((word) => (isUnspaced(word) ? pairsOf(word) : withoutArticle(word)))

function pairsOf(run: string): string[] {
  const characters = [...run]
  return characters.length < 2 ? characters : characters.slice(1).map((second, index) => characters[index] + second)
}

/** Arabic writes its article, and `and`, as one with the word. */
const withoutArticle = (word: string): string => word.replace(/^و?ال(?=...)/, '')
