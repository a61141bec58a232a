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
  /** The language writes compounds as one word: their parts find them. */
  readonly hasCompounds?: boolean
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
  const words = createWordList()
  const weights = documents.map(() => new Map<number, number>())
  for (const field of fields) addField(field, documents, weights, words.numberOf)
  if (options.hasCompounds) addParts(words, weights)

  const spread = new Uint32Array(words.names.length)
  for (const own of weights) for (const word of own.keys()) spread[word] = (spread[word] ?? 0) + 1
  const rarity = Float64Array.from(spread, (articles) => Math.sqrt(Math.log(1 + documents.length / articles)))
  const postings = new Map<string, Posting[]>()
  weights.forEach((own, article) => {
    for (const { word, impact } of best(own, rarity)) {
      const name = words.names[word] ?? ''
      const list = postings.get(name)
      if (list) list.push({ article, impact })
      else postings.set(name, [{ article, impact }])
    }
  })
  return {
    ...encode(documents.length, postings),
    synonyms: (options.synonyms ?? []).map((group) => group.map(asPhrase).join(',')).join('|'),
    stopWords: options.stopWords ?? '',
  }
}

/** Numbers for words: sums over millions of them are made with numbers. */
function createWordList() {
  const numbers = new Map<string, number>()
  const names: string[] = []
  return {
    names: names as readonly string[],
    find: (word: string): number | undefined => numbers.get(word),
    numberOf(word: string): number {
      const known = numbers.get(word)
      if (known !== undefined) return known
      numbers.set(word, names.length)
      return names.push(word) - 1
    },
  }
}

/** A word that is part of a compound says less than one that stands by itself. */
const partShare = 0.15
const shortestPart = 4

/** `Rechnungsnummer` is about `Rechnung` and `Nummer`, where these are words of other articles. */
function addParts({ names, find }: ReturnType<typeof createWordList>, weights: readonly Map<number, number>[]): void {
  const parts = names.map((word) => {
    for (let cut = shortestPart; cut <= word.length - shortestPart; cut++) {
      const last = find(word.slice(cut))
      const first = last === undefined ? undefined : (find(word.slice(0, cut)) ?? find(linked(word.slice(0, cut))))
      if (first !== undefined && last !== undefined) return [first, last]
    }
    return []
  })
  for (const own of weights)
    for (const [word, weight] of [...own])
      for (const part of parts[word] ?? []) own.set(part, (own.get(part) ?? 0) + weight * partShare)
}

/** Without the letters that join the parts of a compound. */
const linked = (part: string): string => part.replace(/(?<=.{4})(?:e?s|e?n|er)$/, '')

function addField(
  field: Field,
  documents: readonly SearchDocument[],
  weights: readonly Map<number, number>[],
  numberOf: (word: string) => number,
): void {
  const lists = documents.map((searched) => {
    const text = fold(field.text(searched))
    const words = termsOf(text)
    if (field.weight >= 2) words.push(...hyphenated(text))
    return Uint32Array.from(words, numberOf)
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
function best(words: ReadonlyMap<number, number>, rarity: Float64Array) {
  return [...words]
    .map(([word, weight]) => {
      const impact = weight / (weight + saturation)
      return { word, impact, worth: impact * (rarity[word] ?? 0) }
    })
    .sort((a, b) => b.worth - a.worth || a.word - b.word)
    .slice(0, keptWords)
}

const asPhrase = (text: string): string => fold(text).replace(/[,|]/g, ' ').trim()
