import { type ConversationRow, updateConversation } from '../records/conversations.ts'
import { type Unit, visitorStream } from '../store/store.ts'
import { announceConversation } from './announce.ts'

/** Reading never goes backwards, and never beyond what is there. Nothing is told when nothing changed. */
export async function markReadByVisitor(unit: Unit, row: ConversationRow, upTo: number): Promise<void> {
  const reached = Math.min(upTo, row.last_position)
  if (reached <= row.read_by_visitor) return
  const next = await updateConversation(unit.database, row.id, { read_by_visitor: reached })
  const receipt = {
    type: 'receipt-changed',
    conversationId: row.id,
    by: 'visitor',
    kind: 'read',
    upTo: reached,
  } as const
  unit.emit('agents', receipt, row.visitor_id)
  await announceConversation(unit, next)
}

export async function markReadByAgents(unit: Unit, row: ConversationRow, upTo: number): Promise<void> {
  const reached = Math.min(upTo, row.last_position)
  if (reached <= row.read_by_agents) return
  const next = await updateConversation(unit.database, row.id, { read_by_agents: reached })
  const receipt = { type: 'receipt-changed', conversationId: row.id, by: 'agent', kind: 'read', upTo: reached } as const
  unit.emit(visitorStream(row.visitor_id), receipt, row.visitor_id)
  await announceConversation(unit, next)
}
