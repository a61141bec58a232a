import { TransportError, type VisitorQueries } from '@docent/protocol'
import { z } from 'zod'
import { id, order } from '../commands/shared-schemas.ts'
import type { Content } from '../content/content.ts'
import { getOwnConversation } from '../records/conversations.ts'
import { readState } from '../records/visitor-state.ts'
import { findVisitor, type VisitorRow } from '../records/visitors.ts'
import { formatCursor, parseCursor } from '../store/store.ts'
import { listOwnConversations } from './conversation-list.ts'
import { listMessages } from './message-list.ts'
import { limit, older } from './paging.ts'
import { defineQuery, type QueryDefinition } from './query-definition.ts'

/** The visitor who asks, and what their app publishes. */
export interface VisitorAsking {
  readonly visitor: VisitorRow
  readonly content: Content
}

type Input<Name extends keyof VisitorQueries> = VisitorQueries[Name]['input']
type Output<Name extends keyof VisitorQueries> = VisitorQueries[Name]['output']

const conversationsSchema = z.object({ older: older.exactOptional(), limit })
const conversations = defineQuery<VisitorAsking, Input<'conversations'>, Output<'conversations'>>(
  conversationsSchema,
  ({ store, actor }, input) => listOwnConversations(store.database, actor.visitor.id, input),
)

const messagesSchema = z.object({
  conversationId: id,
  older: older.exactOptional(),
  newerThan: order.exactOptional(),
  limit,
})
const messages = defineQuery<VisitorAsking, Input<'messages'>, Output<'messages'>>(
  messagesSchema,
  async ({ store, actor }, { conversationId, ...range }) => {
    const conversation = await getOwnConversation(store.database, actor.visitor.id, { id: conversationId })
    return await listMessages(store.database, conversation.id, range, false)
  },
)

const stateSchema = z.object({ since: z.string().max(100).exactOptional() })
/** The cursor counts this visitor's changes. The row is read first: at worst an entry is told twice. */
const visitorState = defineQuery<VisitorAsking, Input<'visitor-state'>, Output<'visitor-state'>>(
  stateSchema,
  async ({ store, appId, actor }, { since }) => {
    const version = (since === undefined ? undefined : parseCursor(store.epoch, since)) ?? 0
    const row = await findVisitor(store.database, appId, actor.visitor.id)
    const entries = await readState(store.database, actor.visitor.id, version)
    return { entries, cursor: formatCursor(store.epoch, row?.state_version ?? 0) }
  },
)

const contentSchema = z.object({
  kind: z.enum(['config', 'articles', 'checklists', 'guides', 'news']),
  version: z.string().max(200).exactOptional(),
})
const content = defineQuery<VisitorAsking, Input<'content'>, Output<'content'>>(
  contentSchema,
  async ({ actor }, { kind, version }) => {
    if (kind === 'config') {
      const config = actor.content.config()
      return config.version === version ? 'unchanged' : config.value
    }
    const articles = kind === 'articles' ? await actor.content.articles() : undefined
    if (!articles) throw new TransportError('not-found', `This app publishes no ${kind}. Set \`helpDir\` for articles.`)
    return articles.version === version ? 'unchanged' : articles
  },
)

export const visitorQueries = { conversations, messages, 'visitor-state': visitorState, content } satisfies Partial<
  Record<keyof VisitorQueries, QueryDefinition<VisitorAsking>>
>
