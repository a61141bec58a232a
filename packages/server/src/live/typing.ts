import type { Author, Id, VisitorEvent } from '@docent/protocol'
import { findAgents, toAuthor } from '../records/agents.ts'
import type { Database, Signal } from '../store/store.ts'

/** Somebody who types says so again before it runs out. */
const typingTtlMs = 6000

/** What the other side is told while somebody types. */
export async function toTypingEvent(
  database: Database,
  signal: Extract<Signal, { type: 'typing' }>,
): Promise<VisitorEvent> {
  const { conversationId, visitorId, agentId, typing } = signal
  return {
    type: 'typing-changed',
    conversationId,
    author: await authorOf(database, visitorId, agentId),
    typing,
    ttlMs: typingTtlMs,
  }
}

async function authorOf(database: Database, visitorId: Id, agentId: Id | undefined): Promise<Author> {
  if (agentId === undefined) return { kind: 'visitor', id: visitorId }
  const agent = (await findAgents(database, [agentId])).get(agentId)
  return agent ? toAuthor(agent) : { kind: 'agent', id: agentId }
}
