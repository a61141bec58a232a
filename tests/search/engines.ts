import { createSearch, type SearchableArticle } from '@docent/faq/search'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'

export type Article = SearchableArticle & { readonly locale: string }
/** Ids of articles, best first, at most ten. */
export type Find = (query: string, locale: string) => readonly string[]

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
const stopWords = new Set(
  'a about an and are as at be but by can do does for from get has have how i if in is it its me my not of on or so that the this to was we what when where which who why will with you your'.split(
    ' ',
  ),
)
/** Writing without spaces; only there is the browser's dictionary asked, which takes a hundred times as long as the rest. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
const wordsOf = (text: string): string[] =>
  (fold(text).match(/[\p{L}\p{N}_]+/gu) ?? []).flatMap((run) =>
    unspaced.test(run)
      ? [...segmenter.segment(run)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
      : run,
  )
const asked = (query: string): string => {
  const words = wordsOf(query)
  const telling = words.filter((word) => !stopWords.has(word))
  return (telling.length > 0 ? telling : words).join(' ')
}
const headingsOf = (body: string): string => [...body.matchAll(/^#{1,6}\s+(.*)$/gm)].map(([, text]) => text).join('\n')
const leadOf = (body: string): string => body.replace(/^#.*$/gm, '').replace(/\s+/g, ' ').trim().slice(0, 220)

/** One engine for each language, made when it is first asked. */
const byLocale = (
  articles: readonly Article[],
  make: (own: readonly Article[]) => (query: string) => string[],
): Find => {
  const engines = new Map<string, (query: string) => string[]>()
  for (const locale of new Set(articles.map((article) => article.locale)))
    engines.set(locale, make(articles.filter((article) => article.locale === locale)))
  return (query, locale) => engines.get(locale)?.(query) ?? []
}

/** Every engine at its best and as it comes, over the same articles. */
export const engines: Readonly<Record<string, (articles: readonly Article[]) => Find>> = {
  docent(articles) {
    const engine = createSearch(articles)
    return (query, locale) => engine.search(query, { limit: 10, locale }).map(({ id }) => id)
  },
  'docent, synonyms'(articles) {
    const engine = createSearch(articles, { synonyms: true })
    return (query, locale) => engine.search(query, { limit: 10, locale }).map(({ id }) => id)
  },
  'fuse.js, best': (articles) =>
    byLocale(articles, (own) => {
      const documents = own.map(({ id, title, body }) => ({ id, title, heads: headingsOf(body), lead: leadOf(body) }))
      const fuse = new Fuse(documents, {
        keys: [
          { name: 'title', weight: 4 },
          { name: 'heads', weight: 1.5 },
          { name: 'lead', weight: 1 },
        ],
        useTokenSearch: true,
        tokenMatch: 'any',
        tokenize: wordsOf,
        threshold: 0.25,
        ignoreFieldNorm: true,
        ignoreDiacritics: true,
      })
      return (query) => fuse.search(asked(query), { limit: 10 }).map(({ item }) => item.id)
    }),
  'fuse.js, defaults': (articles) =>
    byLocale(articles, (own) => {
      const fuse = new Fuse([...own], { keys: ['title', 'body'] })
      return (query) => fuse.search(query, { limit: 10 }).map(({ item }) => item.id)
    }),
  'MiniSearch, best': (articles) =>
    byLocale(articles, (own) => {
      const engine = new MiniSearch({ fields: ['title', 'heads', 'body'], tokenize: wordsOf })
      engine.addAll(own.map(({ id, title, body }) => ({ id, title, heads: headingsOf(body), body })))
      const options = {
        boost: { title: 4, heads: 1.5 },
        fuzzy: 0.2,
        prefix: (_: string, index: number, terms: string[]) => index === terms.length - 1,
      }
      return (query) =>
        engine
          .search(asked(query), options)
          .slice(0, 10)
          .map(({ id }) => String(id))
    }),
}
