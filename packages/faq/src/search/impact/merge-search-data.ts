import { decode } from './decode.ts'
import { encode, type Posting } from './encode.ts'
import type { SearchData } from './search-data.ts'

/** One search over several lists of articles, the lists one after another: how rare a word is, is asked of all of them. */
export function mergeSearchData([first, ...others]: readonly SearchData[]): SearchData {
  if (!first) throw new Error('There is nothing to merge')
  const postings = new Map<string, Posting[]>()
  let before = 0
  for (const data of [first, ...others]) {
    const { words, postings: postingsOf } = decode(data)
    words.forEach((word, number) => {
      const list = postings.get(word) ?? []
      postingsOf(number, (article, impact) => list.push({ article: before + article, impact: impact / 15 }))
      postings.set(word, list)
    })
    before += data.count
  }
  return { ...encode(before, postings), synonyms: first.synonyms, stopWords: first.stopWords }
}
