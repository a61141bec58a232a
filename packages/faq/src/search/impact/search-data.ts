/**
 * What `docent build` prepares of one language for search, as strings that compress well. Numbers are characters: `#` is 0, `$` is
 * 1, and so on. A word has postings: in which articles it is found, and how much it says about each.
 */
export interface SearchData {
  /** Changes when a version of the query code cannot read what another one wrote. */
  readonly format: 1
  /** Articles are numbered in the order of the index. */
  readonly count: number
  /** Sorted; each begins with a sign of `sharedSigns` for how many characters it has in common with the one before. */
  readonly words: string
  /** For each word in how many articles it is. */
  readonly counts: string
  /** For each word its articles in order, each as the distance from the one before less one. */
  readonly articles: string
  /** For each posting its impact of 0 to 15. */
  readonly impacts: string
  /** Words and phrases that mean the same, separated by commas; groups by bars. */
  readonly synonyms: string
  /** Words of questions that say nothing, separated by spaces. */
  readonly stopWords: string
}

export const sharedSigns = " !#$%&'()*+,-./:"
export const zero = 35

export const numberAt = (numbers: string, at: number): number => numbers.charCodeAt(at) - zero
