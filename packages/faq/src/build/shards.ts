import type { SourceArticle } from './article.ts'

const maxArticles = 32
const minArticles = 16

/**
 * Puts articles that are read together into one file: a category fills files of at most 32, small categories share one
 * until it holds 16. Takes and keeps the order of the articles.
 */
export function toShards(articles: readonly SourceArticle[]): SourceArticle[][] {
  const shards: SourceArticle[][] = []
  for (const chunk of byCategory(articles).flatMap(inChunks)) {
    const last = shards.at(-1)
    if (last && last.length < minArticles && last.length + chunk.length <= maxArticles) last.push(...chunk)
    else shards.push([...chunk])
  }
  return shards
}

function byCategory(articles: readonly SourceArticle[]): SourceArticle[][] {
  const groups = new Map<string, SourceArticle[]>()
  for (const article of articles) {
    const group = groups.get(article.category)
    if (group) group.push(article)
    else groups.set(article.category, [article])
  }
  return [...groups.values()]
}

/** Equal parts of at most 32, so that the last one is not a single article. */
function inChunks(articles: readonly SourceArticle[]): SourceArticle[][] {
  const count = Math.ceil(articles.length / maxArticles)
  const size = Math.ceil(articles.length / count)
  return Array.from({ length: count }, (_, index) => articles.slice(index * size, (index + 1) * size))
}
