import {
  type AppConfig,
  type ContentAnswer,
  type ContentKind,
  type Page,
  type QueryInput,
  type QueryName,
  type QueryOutput,
  TransportError,
  type VisitorVocabulary,
} from '@docent/protocol'
import { wordsOf } from './changes.ts'
import type { MemoryRecords, VisitorRecord } from './records.ts'

/** What the `content` query hands out, by kind. */
export type MemoryContent = { readonly config?: AppConfig } & {
  readonly [Kind in Exclude<ContentKind, 'config'>]?: ContentAnswer
}

type Answers = {
  [N in QueryName<VisitorVocabulary>]: (input: QueryInput<VisitorVocabulary, N>) => QueryOutput<VisitorVocabulary, N>
}

/** The queries of one visitor. `visitor` is undefined before the first connection: then only content is answered. */
export function createAnswers(
  records: MemoryRecords,
  visitor: VisitorRecord | undefined,
  content: MemoryContent,
): Answers {
  const known = (): VisitorRecord => {
    if (!visitor) throw new TransportError('unavailable', 'Not connected: connect first')
    return visitor
  }
  return {
    conversations({ older, limit }) {
      const { id } = known()
      const mine = [...records.conversations.values()].filter((record) => record.visitorId === id)
      mine.sort((a, b) => b.change - a.change)
      const page = pageOf(mine, (record) => record.change, older, limit)
      return { ...page, items: page.items.map((record) => record.conversation) }
    },
    messages({ conversationId, older, newerThan, limit }) {
      const { id } = known()
      const record = records.conversations.get(conversationId)
      if (record?.visitorId !== id) throw new TransportError('not-found', 'The visitor has no such conversation')
      const newestFirst = record.messages.filter(({ order }) => order > (newerThan ?? 0)).reverse()
      return pageOf(newestFirst, (message) => message.order, older, limit)
    },
    'visitor-state'({ since }) {
      const changed = [...known().state.values()].filter(({ change }) => change > Number(since ?? 0))
      const newest = Math.max(Number(since ?? 0), ...changed.map(({ change }) => change))
      return { entries: changed.map(({ entry }) => entry), cursor: String(newest) }
    },
    transcript({ conversationId }) {
      const { id } = known()
      const record = records.conversations.get(conversationId)
      if (record?.visitorId !== id) throw new TransportError('not-found', 'The visitor has no such conversation')
      const lines = record.messages.map(({ author, parts }) => `${author.name ?? author.kind}: ${wordsOf(parts)}`)
      return { name: `${conversationId}.txt`, text: lines.join('\n\n') }
    },
    file: refuse,
    handover: refuse,
    'restricted-help': () => ({ parts: [] }),
    'restricted-file': refuse,
    content({ kind, version }) {
      const answer = content[kind]
      if (!answer) throw new TransportError('not-found', `The backend was given no ${kind}`)
      return version !== undefined && 'version' in answer && answer.version === version ? 'unchanged' : answer
    },
  }
}

const refuse = (): never => {
  throw new TransportError(
    'unsupported',
    'The memory backend has no files, no restricted articles, and no other origin to hand a visitor over to',
  )
}

/** The first `limit` items whose key is below `older`; `items` come with the highest key first. */
function pageOf<T>(items: readonly T[], key: (item: T) => number, older: string | undefined, limit: number): Page<T> {
  const rest = older === undefined ? items : items.filter((item) => key(item) < Number(older))
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  return last !== undefined && rest.length > page.length ? { items: page, older: String(key(last)) } : { items: page }
}
