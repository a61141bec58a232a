import type { FeatureContext } from '@docent/core'
import type { HelpIndex, HelpLocale, HelpManifest } from '@docent/protocol'
import { mergeSearchData } from '../search/impact/merge-search-data.ts'
import type { SearchData } from '../search/impact/search-data.ts'

type Asking = Pick<FeatureContext, 'engine' | 'visitor'>

/**
 * The help centre with the articles that are for this visitor among those for everyone, as the backend knows them. Files of which the public
 * folder knows nothing have names that begin with `+`: {@link restrictedFile} gets them. A chunk of its own: few help centres have such.
 * @param kept What there is to go on with: where the backend cannot be asked, it rejects. Without any there is what is public.
 */
export async function withRestricted(context: Asking, manifest: HelpManifest, kept?: object): Promise<HelpManifest> {
  // Nobody is signed in, so there is nothing to ask for.
  if (context.visitor.peek().id === undefined) return manifest
  const { link } = await context.engine()
  const { parts } = await link.query('restricted-help', {}).catch((error) => {
    if (kept && error?.code !== 'unsupported') throw error
    return { parts: [] }
  })
  return parts.reduce(addPart, manifest)
}

function addPart(manifest: HelpManifest, part: Readonly<Record<string, HelpLocale>>): HelpManifest {
  const locales = { ...manifest.locales }
  for (const [locale, more] of Object.entries(part)) {
    const own = locales[locale]
    if (own) locales[locale] = merge(own, more)
  }
  // The version of the public part changes with any of the others; which of them these are is added.
  const names = Object.values(part).map(({ index }) => index)
  return { ...manifest, version: [manifest.version, ...names].join('+'), locales }
}

const merge = ({ search, ...own }: HelpLocale, more: HelpLocale): HelpLocale => ({
  ...own,
  count: own.count + more.count,
  index: joined(own.index, more.index, own.shards.length),
  ...(search && more.search && { search: joined(search, more.search, 0) }),
  shards: [...own.shards, ...more.shards.map((name) => `+${name}`)],
})

/** `+public+12:restricted`: one file made of two, whose bodies come after 12 files of bodies. */
const joined = (name: string, more: string, shards: number): string =>
  `${name.startsWith('+') ? '' : '+'}${name}+${shards}:${more}`

/** A file of which the public folder does not know, or one that is made of such and a public one. */
export async function restrictedFile(
  context: Pick<Asking, 'engine'>,
  name: string,
  getPublic: (name: string) => Promise<unknown>,
): Promise<object> {
  const ask = async (file: string): Promise<unknown> =>
    (await context.engine()).link.query('restricted-file', { name: file })
  const [, first = '', ...others] = name.split('+')
  if (others.length === 0) return (await ask(first)) as object
  const parts = others.map((other) => other.split(':'))
  const files = await Promise.all([getPublic(first), ...parts.map(([, file = '']) => ask(file))])
  if (first.startsWith('search')) return mergeSearchData(files as SearchData[])
  return mergeIndexes(files as HelpIndex[], [0, ...parts.map(([shards]) => Number(shards))])
}

function mergeIndexes(indexes: readonly HelpIndex[], shardsBefore: readonly number[]): HelpIndex {
  const categories = new Map(indexes.flatMap((index) => index.categories.map((category) => [category.id, category])))
  const articles = indexes.flatMap((index, part) =>
    index.articles.map((article) => ({ ...article, shard: article.shard + (shardsBefore[part] ?? 0) })),
  )
  return { categories: [...categories.values()], articles }
}
