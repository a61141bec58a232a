import type { Id } from '@docent/protocol'
import { toAgentViews, toVisitorViews } from '../records/conversation-views.ts'
import type { ConversationRow } from '../records/conversations.ts'
import { readProfile } from '../records/visitor-profile.ts'
import { hasWritten } from '../records/visitors.ts'
import { type Unit, visitorStream } from '../store/store.ts'

/**
 * Tells both sides how a conversation is now. Agents do not hear of one in which nothing was written yet; the visitor does
 * not hear of what agents arrange among themselves.
 */
export async function announceConversation(
  unit: Unit,
  row: ConversationRow,
  to: 'both' | 'agents' = 'both',
): Promise<void> {
  if (to === 'both') {
    const [conversation] = await toVisitorViews(unit.database, [row])
    if (conversation) {
      unit.emit(visitorStream(row.visitor_id), { type: 'conversation-changed', conversation }, row.visitor_id)
    }
  }
  if (row.message_count === 0) return
  const [conversation] = await toAgentViews(unit.database, [row])
  if (conversation) unit.emit('agents', { type: 'conversation-changed', conversation }, row.visitor_id)
}

/** Tells agents what has become known about a visitor who has written. `online` is filled in where the event is told. */
export async function announceVisitor(unit: Unit, visitorId: Id): Promise<void> {
  if (!(await hasWritten(unit.database, visitorId))) return
  const visitor = await readProfile(unit.database, unit.appId, visitorId, false)
  unit.emit('agents', { type: 'visitor-changed', visitor }, visitorId)
}
