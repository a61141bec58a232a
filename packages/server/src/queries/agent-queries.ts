import { type AgentQueries, TransportError } from '@docent/protocol'
import { z } from 'zod'
import { withoutEmpty } from '../base/json.ts'
import { maxNameLength, maxTagLength } from '../commands/limits.ts'
import { id, instant, line, nothing, order, reason, words } from '../commands/shared-schemas.ts'
import type { Content } from '../content/content.ts'
import type { FileLinks } from '../files/file-links.ts'
import type { Presence } from '../live/presence.ts'
import { type AgentRow, listAgents, toAgent } from '../records/agents.ts'
import { toAgentViews } from '../records/conversation-views.ts'
import { getConversation } from '../records/conversations.ts'
import { writeTranscript } from '../records/transcript.ts'
import { findFile } from '../records/uploads.ts'
import { readProfile } from '../records/visitor-profile.ts'
import { listConversations } from './conversation-list.ts'
import { dayMs } from './help-events.ts'
import { readHelpInsights } from './help-insights.ts'
import { listMessages, signPage } from './message-list.ts'
import { limit, older } from './paging.ts'
import { defineQuery, type QueryDefinition } from './query-definition.ts'

/** The agent who asks, and who is online. */
export interface AgentAsking {
  readonly agent: AgentRow
  readonly presence: Presence
  readonly links: FileLinks
  readonly content: Content
}

type Input<Name extends keyof AgentQueries> = AgentQueries[Name]['input']
type Output<Name extends keyof AgentQueries> = AgentQueries[Name]['output']

const conversationsSchema: z.ZodType<Input<'conversations'>> = z.object({
  status: z.enum(['open', 'snoozed', 'closed']).exactOptional(),
  assignee: id.exactOptional(),
  tag: words(maxTagLength).exactOptional(),
  visitorId: id.exactOptional(),
  reason: reason.exactOptional(),
  text: line(maxNameLength).exactOptional(),
  older: older.exactOptional(),
  limit,
})
const conversations = defineQuery<AgentAsking, Input<'conversations'>, Output<'conversations'>>(
  conversationsSchema,
  ({ store, appId, actor }, input) => listConversations(store.database, appId, actor.agent.id, input),
)

const onlyConversation = z.object({ conversationId: id })
const conversation = defineQuery<AgentAsking, Input<'conversation'>, Output<'conversation'> | undefined>(
  onlyConversation,
  async ({ store, appId }, { conversationId }) => {
    const row = await getConversation(store.database, appId, conversationId)
    const [view] = await toAgentViews(store.database, [row])
    return view
  },
)

const messagesSchema: z.ZodType<Input<'messages'>> = z.object({
  conversationId: id,
  older: older.exactOptional(),
  newerThan: order.exactOptional(),
  limit,
})
const messages = defineQuery<AgentAsking, Input<'messages'>, Output<'messages'>>(
  messagesSchema,
  async ({ store, appId, actor }, { conversationId, ...range }) => {
    const row = await getConversation(store.database, appId, conversationId)
    return signPage(actor.links, await listMessages(store.database, row.id, range, true))
  },
)

const file = defineQuery<AgentAsking, Input<'file'>, Output<'file'>>(
  z.object({ id }),
  async ({ store, appId, actor }, { id: fileId }) => {
    const row = await findFile(store.database, fileId)
    if (row?.app_id !== appId) throw new TransportError('not-found', 'There is no such file.')
    return actor.links.refer(row.id)
  },
)

const transcript = defineQuery<AgentAsking, Input<'transcript'>, Output<'transcript'>>(
  z.object({ conversationId: id, timeZone: line(maxNameLength).exactOptional() }),
  async ({ store, appId }, { conversationId, timeZone }) => {
    const row = await getConversation(store.database, appId, conversationId)
    const profile = await readProfile(store.database, appId, row.visitor_id, false)
    return await writeTranscript(store.database, row, withoutEmpty({ timeZone, visitor: profile.name ?? 'Visitor' }))
  },
)

const surfaces = defineQuery<AgentAsking, Input<'surfaces'>, Output<'surfaces'>>(nothing, ({ actor }) =>
  actor.content.surfaces(),
)

const visitor = defineQuery<AgentAsking, Input<'visitor'>, Output<'visitor'>>(
  z.object({ visitorId: id }),
  ({ store, appId, actor }, { visitorId }) =>
    readProfile(store.database, appId, visitorId, actor.presence.isOnline(appId, 'visitor', visitorId)),
)

const me = defineQuery<AgentAsking, Input<'me'>, Output<'me'>>(nothing, async ({ actor }) => toAgent(actor.agent))

const agents = defineQuery<AgentAsking, Input<'agents'>, Output<'agents'>>(nothing, async ({ store, appId }) => {
  const rows = await listAgents(store.database, appId)
  return rows.map(toAgent)
})

const search = defineQuery<AgentAsking, Input<'search'>, Output<'search'>>(
  z.object({ text: words(maxNameLength), limit }),
  async ({ store, appId, actor }, input) => {
    const page = await listConversations(store.database, appId, actor.agent.id, input)
    return page.items
  },
)

const maxInsightDays = 92
const insights = defineQuery<AgentAsking, Input<'insights'>, Output<'insights'>>(
  z
    .object({ from: instant, to: instant })
    .refine(
      ({ from, to }) => from < to && to - from <= maxInsightDays * dayMs,
      `must be at most ${maxInsightDays} days`,
    ),
  async ({ store, appId, actor }, { from, to }) => {
    const surfaces = await actor.content.surfaces()
    const titles = new Map(surfaces.filter(({ feature }) => feature === 'faq').map(({ id, title }) => [id, title]))
    return { help: await readHelpInsights(store.database, appId, { from, to, now: Date.now(), titles }) }
  },
)

export const agentQueries = {
  conversations,
  conversation,
  messages,
  file,
  transcript,
  surfaces,
  visitor,
  me,
  agents,
  search,
  insights,
} satisfies Partial<Record<keyof AgentQueries, QueryDefinition<AgentAsking>>>
