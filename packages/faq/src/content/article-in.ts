import type { HelpArticleEntry, HelpShard, Id, RichText } from '@docent/protocol'
import type { HelpState } from '../reduce.ts'
import { findArticle } from './help-content.ts'

/** A file of bodies, as far as it is there. */
export type BodyFile = HelpShard | 'loading' | 'failed'

export interface ArticleState {
  readonly status: 'loading' | 'ready' | 'failed' | 'unknown'
  readonly entry?: HelpArticleEntry
  readonly body?: RichText
}

/** What can be shown of an article. `unknown`: the help centre has none of this id. */
export function articleIn(
  { content, status }: Pick<HelpState, 'content' | 'status'>,
  files: ReadonlyMap<string, BodyFile>,
  id: Id,
): ArticleState {
  if (!content) return { status: status === 'failed' ? 'failed' : 'loading' }
  const entry = findArticle(content, id)
  if (!entry) return { status: 'unknown' }
  const file = files.get(content.shards[entry.shard] ?? '')
  if (typeof file !== 'object') return { status: file ?? 'loading', entry }
  const body = file.articles[id]
  return Array.isArray(body) ? { status: 'ready', entry, body } : { status: 'unknown', entry }
}
