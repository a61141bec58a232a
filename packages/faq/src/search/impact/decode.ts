import { type SearchData, sharedSigns, zero } from './search-data.ts'

/** `SearchData`, laid out to be searched. */
export interface SearchIndex {
  readonly count: number
  /** Sorted by code unit. */
  readonly words: readonly string[]
  /** Postings of word `n` are those from `starts[n]` up to `starts[n + 1]`. */
  readonly starts: Uint32Array
  readonly articles: Uint32Array
  readonly impacts: Uint8Array
}

export function decode({ count, words, counts, articles, impacts }: SearchData): SearchIndex {
  const list: string[] = []
  for (const [, sign = '', rest = ''] of words.matchAll(/([ -/:])([^ -/:]*)/g))
    list.push((list.at(-1) ?? '').slice(0, sharedSigns.indexOf(sign)) + rest)
  const starts = new Uint32Array(list.length + 1)
  const numbers = new Uint32Array(articles.length)
  let posting = 0
  for (let word = 0; word < list.length; word++) {
    const end = posting + counts.charCodeAt(word) - zero
    for (let article = -1; posting < end; posting++) {
      article += articles.charCodeAt(posting) - zero + 1
      numbers[posting] = article
    }
    starts[word + 1] = end
  }
  return {
    count,
    words: list,
    starts,
    articles: numbers,
    impacts: Uint8Array.from(impacts, (sign) => sign.charCodeAt(0) - zero),
  }
}
