import { numberAt, type SearchData, sharedSigns } from './search-data.ts'

/** `SearchData`, laid out to be searched. */
export interface SearchIndex {
  /** Sorted by code unit. */
  readonly words: readonly string[]
  /** Tells of each article that has a word, by number, and how much it says about it, from 0 to 15. */
  postings(word: number, take: (article: number, impact: number) => void): void
}

/** Words are unpacked; their postings are read where they are. */
export function decode({ words, counts, articles, impacts }: SearchData): SearchIndex {
  const list: string[] = []
  const starts = [0]
  for (const [, sign = '', rest = ''] of words.matchAll(/([ -/:])([^ -/:]*)/g)) {
    starts.push((starts[list.length] ?? 0) + numberAt(counts, list.length))
    list.push((list.at(-1) ?? '').slice(0, sharedSigns.indexOf(sign)) + rest)
  }
  return {
    words: list,
    postings(word, take) {
      let article = -1
      for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at++) {
        article += numberAt(articles, at) + 1
        take(article, numberAt(impacts, at))
      }
    },
  }
}
