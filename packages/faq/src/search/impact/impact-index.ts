import { fold } from '../fold.ts'
import { decode } from './decode.ts'
import { createExpand, type Expanded, type Meanings } from './expand.ts'
import type { Guess } from './guess.ts'
import { numberAt, type SearchData } from './search-data.ts'
import { termsOf } from './terms.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

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
  search(query: string, limit: number, guess?: Guess): Found
  readonly vocabulary: Vocabulary
}

/** How many of the best are looked at again, with their titles. */
const reconsidered = 30

const better = (a: Hit, b: Hit): number => b.score - a.score || a.article - b.article

export function createImpactIndex(data: SearchData, titles: readonly string[]): ImpactIndex {
  const { words, postings } = decode(data)
  const vocabulary = createVocabulary(words)
  const expand = createExpand(vocabulary, data.stopWords, data.synonyms)

  /** Adds what each article says about one word of the query; gives what it could say at most. */
  function addUp(meanings: Meanings, scores: Map<number, number>): number {
    const best = new Map<number, number>()
    const surest = Math.max(...meanings.values())
    let articlesWithIt = 1
    for (const [word, weight] of meanings) {
      if (weight === surest) articlesWithIt = Math.max(articlesWithIt, numberAt(data.counts, word))
      postings(word, (article, impact) => {
        best.set(article, Math.max(best.get(article) ?? 0, (impact + 0.5) * weight))
      })
    }
    const rarity = Math.log(1 + data.count / articlesWithIt)
    for (const [article, impact] of best) scores.set(article, (scores.get(article) ?? 0) + (impact * rarity) / 15)
    return rarity
  }

  /** How much better an article is for what its title has of the query, rare words above all: from 1 to 2.9. */
  function titleBoost(
    title: string,
    query: string,
    meanings: readonly Meanings[],
    rarities: readonly number[],
    most: number,
  ): number {
    const numbers = termsOf(title).map(vocabulary.find)
    let [covered, filled, adjacent, before] = [0, 0, 0, -2]
    meanings.forEach((meaning, term) => {
      const weights = numbers.map((word) => meaning.get(word) ?? 0)
      const best = Math.max(0, ...weights)
      const place = best ? weights.indexOf(best) : -2
      covered += best * (rarities[term] ?? 0)
      if (best) filled++
      if (place === before + 1) adjacent++
      before = place
    })
    const share = Math.min(1, 0.5 + filled / (2 * numbers.length))
    const pairs = Math.max(1, meanings.length - 1)
    return 1 + (1.5 * covered * share) / most + (0.1 * adjacent) / pairs + (title.includes(query) ? 0.3 : 0)
  }

  return {
    vocabulary,
    search(text, limit, guess) {
      const query = fold(text)
      const expanded = expand(query, /[\p{L}\p{N}]$/u.test(query), guess)
      const { meanings } = expanded
      const scores = new Map<number, number>()
      const rarities = meanings.map((one) => addUp(one, scores))
      const most = rarities.reduce((sum, rarity) => sum + rarity, 0)
      const hits = [...scores]
        .map(([article, score]) => ({ article, score }))
        .sort(better)
        .slice(0, Math.max(limit, reconsidered))
        .map(({ article, score }) => {
          const boost = titleBoost(fold(titles[article] ?? ''), query.trim(), meanings, rarities, most)
          return { article, score: Math.min(1, (score * boost) / (most * 2.9)) }
        })
      return { ...expanded, hits: hits.sort(better).slice(0, limit) }
    },
  }
}
