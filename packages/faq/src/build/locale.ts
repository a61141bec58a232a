import type { SourceArticle } from './article.ts'
import { readCategories, type SourceCategory } from './categories.ts'
import { didYouMean } from './closest.ts'
import type { Media } from './media.ts'
import { readEntries, type SourceEntry } from './news/entry.ts'
import { type FeedHead, readFeed } from './news/feed.ts'
import { compare, type Problems } from './problem.ts'
import type { Readings } from './readings.ts'
import type { LocaleSource } from './source-tree.ts'
import { readSynonyms } from './synonyms.ts'

/** The help centre in one language, checked in itself but for its links. */
export interface LocaleContent {
  readonly locale: string
  readonly categories: readonly SourceCategory[]
  /** In the order visitors see them: by category, basic before advanced, by `order`, by title. */
  readonly articles: readonly SourceArticle[]
  /** The owner's own words that mean the same, in groups. */
  readonly synonyms: readonly (readonly string[])[]
  /** Entries of What's new, newest first. */
  readonly news: readonly SourceEntry[]
  /** What the feed of the entries says of itself; without it there is no feed. */
  readonly feed: FeedHead | undefined
  /** Files whose front matter could not be read: links to them are not dead. */
  readonly unreadable: ReadonlySet<string>
}

export interface LocaleOptions {
  readonly sourceDir: string
  readonly media: Media
  readonly readings: Readings
  readonly problems: Problems
  /** Called after each article. */
  readonly onArticle: () => void
}

export function readLocale(source: LocaleSource, options: LocaleOptions): LocaleContent {
  const { problems } = options
  const around = { ...options, locale: source.locale }
  const unreadable = new Set<string>()
  const articles = new Map<string, SourceArticle>()
  for (const file of source.articles) {
    const article = options.readings.article(file, around)
    options.onArticle()
    const twin = article && articles.get(article.id)
    if (!article) unreadable.add(file.path)
    else if (twin) {
      const remedy = 'Rename one of the files, or give it another slug'
      problems.error(article.place, `There is another article with the id “${article.id}”: ${twin.path}`, remedy)
      unreadable.add(file.path)
    } else articles.set(article.id, article)
  }
  const categories = categoriesOf(source, options)
  if (categories) checkCategories([...articles.values()], categories, problems)
  const known = categories ?? []
  const synonyms = source.synonyms ? readSynonyms(source.synonyms, problems) : []
  return {
    locale: source.locale,
    categories: known,
    articles: inOrder([...articles.values()], known),
    synonyms,
    news: readEntries(source.news, around),
    feed: source.feed && readFeed(source.feed, problems),
    unreadable,
  }
}

/** `undefined` when there is no file, or it cannot be read: then the articles' categories are not judged. */
function categoriesOf(source: LocaleSource, { sourceDir, problems }: LocaleOptions): SourceCategory[] | undefined {
  if (source.categories) return readCategories(source.categories, problems)
  const remedy = 'Add one beside the articles: a list with - id: and title: for each topic'
  problems.error({ file: sourceDir }, 'There is no categories.yml', remedy)
  return undefined
}

function checkCategories(
  articles: readonly SourceArticle[],
  categories: readonly SourceCategory[],
  problems: Problems,
): void {
  const ids = categories.map((category) => category.id)
  for (const { category, categoryPlace } of articles)
    if (!ids.includes(category))
      problems.error(
        categoryPlace,
        `There is no category “${category}”`,
        didYouMean(category, ids, `Choose one of ${ids.join(', ')}, or add it to categories.yml`),
      )
  // While articles have errors it is not known what is in a category.
  if (problems.list.some(({ severity }) => severity === 'error')) return
  for (const { id, title, place } of categories)
    if (!articles.some((article) => article.category === id))
      problems.warn(place, `No article is in “${title}”, so it is not shown`, 'Write one, or leave the category out')
}

function inOrder(articles: readonly SourceArticle[], categories: readonly SourceCategory[]): SourceArticle[] {
  const rank = new Map(categories.map((category, index) => [category.id, index]))
  const level = (article: SourceArticle): number => (article.level === 'basic' ? 0 : 1)
  return [...articles].sort(
    (a, b) =>
      (rank.get(a.category) ?? 0) - (rank.get(b.category) ?? 0) ||
      level(a) - level(b) ||
      // Two articles without an order are equal; Infinity - Infinity is not a number.
      (a.order === b.order ? 0 : a.order - b.order) ||
      compare(a.title, b.title) ||
      compare(a.id, b.id),
  )
}
