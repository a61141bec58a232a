import { sharedLength } from './kinship.ts'
import { type SearchData, sharedSigns, zero } from './search-data.ts'

export interface Posting {
  readonly article: number
  /** How much the word says about the article, from 0 to 1. */
  readonly impact: number
}

const sign = (number: number): string => String.fromCharCode(zero + number)

/** Writes the postings of each word, its articles in order, as strings. */
export function encode(
  count: number,
  postings: ReadonlyMap<string, readonly Posting[]>,
): Omit<SearchData, 'synonyms' | 'stopWords'> {
  let [words, counts, articles, impacts, before] = ['', '', '', '', '']
  for (const [word, list] of [...postings].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const shared = Math.min(sharedLength(word, before), sharedSigns.length - 1)
    words += (sharedSigns[shared] ?? '') + word.slice(shared)
    before = word
    counts += sign(list.length)
    let last = -1
    for (const { article, impact } of list) {
      articles += sign(article - last - 1)
      impacts += sign(Math.round(impact * 15))
      last = article
    }
  }
  return { format: 1, count, words, counts, articles, impacts }
}
