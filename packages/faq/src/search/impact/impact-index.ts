import { fold } from '../fold.ts'
import { decode } from './decode.ts'
import { createExpand, type Expanded, type Meanings } from './expand.ts'
import type { SearchData } from './search-data.ts'
import { termsOf } from './terms.ts'
import { createVocabulary } from './vocabulary.ts'

export interface Hit {
  /** By its place in the list that the index was built from. */
  readonly article: number
  /** From 0 to 1: how well it answers. */
  readonly score: number
}

export interface Found extends Expanded {
  /** Best first. */
  readonly hits: readonly Hit[]
}

/** Searches prepared data; see docs/decisions for how it came to be. */
export interface ImpactIndex {
  search(query: string, limit: number): Found
  /** A word of the index. */
  word(number: number): string
}

/** How many of the best are looked at again, with their titles. */
const reconsidered = 30

export function createImpactIndex(data: SearchData, titles: readonly string[]): ImpactIndex {
  const { count, words, starts, articles, impacts } = decode(data)
  const vocabulary = createVocabulary(words)
  const expand = createExpand(vocabulary, data.stopWords, data.synonyms)
  const spread = (word: number): number => (starts[word + 1] ?? 0) - (starts[word] ?? 0)

  /** Adds what each article says about one word of the query; gives what it could say at most. */
  function addUp(meanings: Meanings, scores: Float32Array): number {
    const best = new Float32Array(count)
    const surest = Math.max(...meanings.values())
    let articlesWithIt = 1
    for (const [word, weight] of meanings) {
      if (weight === surest) articlesWithIt = Math.max(articlesWithIt, spread(word))
      for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at++) {
        const article = articles[at] ?? 0
        best[article] = Math.max(best[article] ?? 0, ((impacts[at] ?? 0) + 0.5) * weight)
      }
    }
    const rarity = Math.log(1 + count / articlesWithIt)
    for (let article = 0; article < count; article++)
      scores[article] = (scores[article] ?? 0) + ((best[article] ?? 0) * rarity) / 15
    return rarity
  }

  /** How much better an article is for what its title has of the query, rare words above all: from 1 to 2.9. */
  function titleBoost(
    title: string,
    query: string,
    meanings: readonly Meanings[],
    rarities: readonly number[],
  ): number {
    const numbers = termsOf(title).map(vocabulary.find)
    let [covered, whole, filled, adjacent, before] = [0, 0, 0, 0, -2]
    for (const [term, meaning] of meanings.entries()) {
      const weights = numbers.map((word) => meaning.get(word) ?? 0)
      const best = Math.max(0, ...weights)
      const place = best ? weights.indexOf(best) : -2
      const worth = rarities[term] ?? 0
      covered += best * worth
      whole += worth
      if (best) filled++
      if (best && place === before + 1) adjacent++
      before = place
    }
    const share = Math.min(1, 0.5 + filled / (2 * numbers.length))
    const pairs = Math.max(1, meanings.length - 1)
    return 1 + (1.5 * covered * share) / whole + (0.1 * adjacent) / pairs + (title.includes(query) ? 0.3 : 0)
  }

  return {
    word: (number) => words[number] ?? '',
    search(text, limit) {
      const query = fold(text)
      const expanded = expand(query, /[\p{L}\p{N}]$/u.test(query))
      const { meanings } = expanded
      const scores = new Float32Array(count)
      const rarities = meanings.map((one) => addUp(one, scores))
      const most = rarities.reduce((sum, rarity) => sum + rarity, 0)
      const found = [...scores.keys()].filter((article) => scores[article])
      const better = (a: number, b: number): number => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b
      const top = found.sort(better).slice(0, Math.max(limit, reconsidered))
      for (const article of top) {
        const boost = titleBoost(fold(titles[article] ?? ''), query.trim(), meanings, rarities)
        scores[article] = ((scores[article] ?? 0) * boost) / (most * 2.9)
      }
      const hits = top.sort(better).slice(0, limit)
      return { ...expanded, hits: hits.map((article) => ({ article, score: Math.min(1, scores[article] ?? 0) })) }
    },
  }
}
