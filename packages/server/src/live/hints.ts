import { type AgentHint, type Id, TransportError, type VisitorHint } from '@docent/protocol'
import { z } from 'zod'
import { announceVisitor } from '../commands/announce.ts'
import { parseInput } from '../commands/command-definition.ts'
import { context as contextSchema, id } from '../commands/shared-schemas.ts'
import { getConversation, getOwnConversation } from '../records/conversations.ts'
import { findVisitor, readContext, updateVisitor, type VisitorRow } from '../records/visitors.ts'
import type { Store } from '../store/store.ts'

type Typing = AgentHint
type Page = Extract<VisitorHint, { type: 'page' }>

const typingSchema: z.ZodType<Typing> = z.object({ type: z.literal('typing'), conversationId: id, typing: z.boolean() })
const pageSchema: z.ZodType<Page> = z.object({ type: z.literal('page'), url: z.string(), title: z.string() })

const maxHints = 20

/** The body of `POST /v1/hints`: one hint, or `{ hints: [...] }`. */
function readHints(body: Readonly<Record<string, unknown>>): readonly unknown[] {
  const hints: unknown = body.hints ?? [body]
  if (!Array.isArray(hints) || hints.length > maxHints) {
    throw new TransportError('invalid', `hints: must be a list of at most ${maxHints}`)
  }
  return hints
}

const hintType = z.object({ type: z.string() })

/** Kinds that a newer widget may send are ignored. */
export async function takeVisitorHints(
  store: Store,
  visitor: VisitorRow,
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const hint of readHints(body)) {
    const { type } = parseInput(hintType, hint)
    if (type === 'page') await rememberPage(store, visitor, parseInput(pageSchema, hint))
    if (type !== 'typing') continue
    const { conversationId, typing } = parseInput(typingSchema, hint)
    await getOwnConversation(store.database, visitor.id, { id: conversationId })
    store.publish({ type: 'typing', appId: visitor.app_id, visitorId: visitor.id, conversationId, typing })
  }
}

export async function takeAgentHints(
  store: Store,
  appId: Id,
  agentId: Id,
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const hint of readHints(body)) {
    if (parseInput(hintType, hint).type !== 'typing') continue
    const { conversationId, typing } = parseInput(typingSchema, hint)
    const { visitor_id: visitorId } = await getConversation(store.database, appId, conversationId)
    store.publish({ type: 'typing', appId, visitorId, conversationId, agentId, typing })
  }
}

/** Where the visitor is now, for the agent beside the thread. */
async function rememberPage(
  store: Store,
  { app_id: appId, id: visitorId }: VisitorRow,
  { url, title }: Page,
): Promise<void> {
  const news = parseInput(contextSchema, { url, title })
  await store.write(appId, async (unit) => {
    const row = await findVisitor(unit.database, appId, visitorId)
    if (!row || row.erased_at !== null || row.merged_into !== null) return
    const context = JSON.stringify({ ...readContext(row), ...news })
    if (context === row.context) return
    await updateVisitor(unit.database, row, { context }, unit.now)
    await announceVisitor(unit, visitorId)
  })
}
