import { TransportError, type VisitorQueries } from '@docent/protocol'
import { z } from 'zod'
import { id, nothing, order } from '../commands/shared-schemas.ts'
import type { Content } from '../content/content.ts'
import type { FileLinks } from '../files/file-links.ts'
import { createHandover } from '../identity/handover.ts'
import { getOwnConversation } from '../records/conversations.ts'
import { writeTranscript } from '../records/transcript.ts'
import { findFile, isInOwnConversation } from '../records/uploads.ts'
import { readState } from '../records/visitor-state.ts'
import { findVisitor, type VisitorRow } from '../records/visitors.ts'
import { formatCursor, parseCursor } from '../store/store.ts'
import { listOwnConversations } from './conversation-list.ts'
import { listMessages, signPage } from './message-list.ts'
import { limit, older } from './paging.ts'
import { defineQuery, type QueryDefinition } from './query-definition.ts'

/** The visitor who asks, and what their app publishes. */
export interface VisitorAsking {
  readonly visitor: VisitorRow
  readonly content: Content
  readonly links: FileLinks
  /** Of the app. Absent: any page may carry it. */
  readonly origins?: readonly string[] | undefined
}

type Input<Name extends keyof VisitorQueries> = VisitorQueries[Name]['input']
type Output<Name extends keyof VisitorQueries> = VisitorQueries[Name]['output']

const onlyId = z.object({ id })

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
    return signPage(actor.links, await listMessages(store.database, conversation.id, range, false))
  },
)

const file = defineQuery<VisitorAsking, Input<'file'>, Output<'file'>>(
  onlyId,
  async ({ store, actor }, { id: fileId }) => {
    const row = await findFile(store.database, fileId)
    const isTheirs =
      row?.owner_id === actor.visitor.id || (await isInOwnConversation(store.database, actor.visitor.id, row))
    if (!row || !isTheirs) throw new TransportError('not-found', 'There is no such file, or it is not yours.')
    return actor.links.refer(row.id)
  },
)

const transcriptSchema = z.object({ conversationId: id, timeZone: z.string().max(100).exactOptional() })
const transcript = defineQuery<VisitorAsking, Input<'transcript'>, Output<'transcript'>>(
  transcriptSchema,
  async ({ store, actor }, { conversationId, ...reader }) => {
    const row = await getOwnConversation(store.database, actor.visitor.id, { id: conversationId })
    return await writeTranscript(store.database, row, reader)
  },
)

const origin = z.url({ protocol: /^https?$/ }).max(300)
const handover = defineQuery<VisitorAsking, Input<'handover'>, Output<'handover'>>(
  z.object({ from: origin, to: origin }),
  ({ store, actor }, way) => createHandover(store, actor.visitor, { ...way, origins: actor.origins }),
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

const publishedBy: Readonly<Record<string, string>> = {
  articles: 'Set `helpDir` to what `docent build` wrote.',
  guides: 'Set `definitionsFile` to JSON with tours, tips and checklists.',
}
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
    const { articles, guides } = actor.content
    const found = await (kind === 'articles' ? articles() : kind === 'guides' ? guides() : undefined)
    if (!found)
      throw new TransportError('not-found', `This app publishes no ${kind}. ${publishedBy[kind] ?? ''}`.trim())
    return found.version === version ? 'unchanged' : found
  },
)

const restrictedHelp = defineQuery<VisitorAsking, Input<'restricted-help'>, Output<'restricted-help'>>(
  nothing,
  ({ actor }) => actor.content.restricted.accessOf(actor.visitor),
)
const restrictedFile = defineQuery<VisitorAsking, Input<'restricted-file'>, Output<'restricted-file'>>(
  z.object({ name: z.string().max(200) }),
  ({ actor }, { name }) => actor.content.restricted.file(actor.visitor, name),
)

export const visitorQueries = {
  conversations,
  messages,
  file,
  transcript,
  handover,
  'visitor-state': visitorState,
  'restricted-help': restrictedHelp,
  'restricted-file': restrictedFile,
  content,
} satisfies Partial<Record<keyof VisitorQueries, QueryDefinition<VisitorAsking>>>
