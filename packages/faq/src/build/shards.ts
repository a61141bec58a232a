import type { SourceArticle } from './article.ts'
import { hashOf } from './hash.ts'
import { compare } from './problem.ts'

const minArticles = 8
const maxArticles = 32

/**
 * Puts articles that are read together into one file. Where a file ends is decided by the article's own id, one in sixteen, so
 * that an article more or less changes the file it is in and no other: visitors fetch again only what changed.
 */
export function toShards(articles: readonly SourceArticle[]): SourceArticle[][] {
  const shards: SourceArticle[][] = []
  let shard: SourceArticle[] = []
  for (const article of [...articles].sort((a, b) => compare(a.category, b.category) || compare(a.id, b.id))) {
    if (shard.length === 0) shards.push(shard)
    shard.push(article)
    const isEnd = hashOf(article.id).startsWith('0')
    if ((isEnd && shard.length >= minArticles) || shard.length === maxArticles) shard = []
  }
  return shards
}
