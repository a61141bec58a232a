import { fold } from '../fold.ts'
import { encode, type Posting } from './encode.ts'
import type { SearchData } from './search-data.ts'
import { termsOf } from './terms.ts'

/** The texts of an article, by how much a word in them says about it. */
export interface SearchDocument {
  readonly title: string
  /** Other words for what it is about, as its author knows them. */
  readonly keywords: readonly string[]
  readonly headings: readonly string[]
  /** The name of its category. */
  readonly category: string
  /** The beginning of the text. */
  readonly lead: string
  /** All of the text, the beginning included. */
  readonly body: string
}

export interface SearchDataOptions {
  /** Groups of words and phrases that mean the same. */
  readonly synonyms?: readonly (readonly string[])[]
  /** Words of questions that no article is about, separated by spaces. */
  readonly stopWords?: string
}

interface Field {
  readonly text: (searched: SearchDocument) => string
  readonly weight: number
  /** How much less a word counts in a longer text: from 0, not at all, to 1, in proportion. */
  readonly evening: number
}

const fields: readonly Field[] = [
  { text: ({ title }) => title, weight: 6, evening: 0.4 },
  { text: ({ keywords }) => keywords.join('\n'), weight: 4, evening: 0.1 },
  { text: ({ headings }) => headings.join('\n'), weight: 2, evening: 0.3 },
  { text: ({ category }) => category, weight: 2, evening: 0.1 },
  { text: ({ lead }) => lead, weight: 1.3, evening: 0.3 },
  { text: ({ body }) => body, weight: 1, evening: 0.65 },
]
/** So many words of each article are kept: more find next to nothing more. */
const keptWords = 46
/** How soon saying a word again adds little. */
const saturation = 3

/**
 * Prepares articles to be searched: for each word in which articles it is and how much it says about each, by where and how
 * often it stands there (BM25F). All that is a matter of measure happens here, so that a page need only add.
 */
export function buildSearchData(documents: readonly SearchDocument[], options: SearchDataOptions = {}): SearchData {
  const weights = documents.map(() => new Map<string, number>())
  for (const field of fields) addField(field, documents, weights)

  const spread = new Map<string, number>()
  for (const words of weights) for (const word of words.keys()) spread.set(word, (spread.get(word) ?? 0) + 1)
  const postings = new Map<string, Posting[]>()
  weights.forEach((words, article) => {
    for (const { word, impact } of best(words, (word) => Math.log(1 + documents.length / (spread.get(word) ?? 1)))) {
      const posting = { article, impact }
      const list = postings.get(word)
      if (list) list.push(posting)
      else postings.set(word, [posting])
    }
  })
  return {
    ...encode(documents.length, postings),
    synonyms: (options.synonyms ?? []).map((group) => group.map(asPhrase).join(',')).join('|'),
    stopWords: options.stopWords ?? '',
  }
}

function addField(field: Field, documents: readonly SearchDocument[], weights: readonly Map<string, number>[]): void {
  const lists = documents.map((searched) => {
    const text = fold(field.text(searched))
    return field.weight < 2 ? termsOf(text) : [...termsOf(text), ...hyphenated(text)]
  })
  const average = lists.reduce((sum, { length }) => sum + length, 0) / documents.length || 1
  lists.forEach((list, article) => {
    const words = weights[article]
    const share = field.weight / (1 - field.evening + (field.evening * list.length) / average)
    for (const word of list) words?.set(word, (words.get(word) ?? 0) + share)
  })
}

/** Words with hyphens as one: `wifi` for `wi-fi`. */
const hyphenated = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)+/gu) ?? []).map((word) => word.replace(/[-‐‑]/g, ''))

/** Words that say most: those that stand out in the article, and somewhat rather rare ones. */
function best(words: ReadonlyMap<string, number>, rarity: (word: string) => number) {
  return [...words]
    .map(([word, weight]) => ({ word, impact: weight / (weight + saturation) }))
    .map((entry) => ({ ...entry, worth: entry.impact * Math.sqrt(rarity(entry.word)) }))
    .sort((a, b) => b.worth - a.worth || (a.word < b.word ? -1 : 1))
    .slice(0, keptWords)
}

const asPhrase = (text: string): string => fold(text).replace(/[,|]/g, ' ').trim()
