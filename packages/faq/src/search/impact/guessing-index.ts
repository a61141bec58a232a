import { createGuess } from './guess.ts'
import { createImpactIndex, type ImpactIndex } from './impact-index.ts'
import type { SearchData } from './search-data.ts'

/** An index that guesses from the start: where nothing is downloaded. */
export function createGuessingIndex(data: SearchData, titles: readonly string[]): Pick<ImpactIndex, 'search'> {
  const index = createImpactIndex(data, titles)
  const guess = createGuess(index)
  return { search: (query, limit) => index.search(query, limit, guess) }
}
