import type { ConversationStatus } from '@docent/protocol'
import { type ConversationRow, updateConversation } from '../records/conversations.ts'
import type { Unit } from '../store/store.ts'
import { announceConversation } from './announce.ts'

/** Visitors do not see that a conversation is snoozed: to them it is open. */
const visible = (status: string) => (status === 'snoozed' ? 'open' : status)

export async function changeStatus(
  unit: Unit,
  row: ConversationRow,
  status: ConversationStatus,
  snoozedUntil: number | null = null,
): Promise<void> {
  if (row.status === status && row.snoozed_until === snoozedUntil) return
  const isVisible = visible(row.status) !== visible(status)
  const next = await updateConversation(unit.database, row.id, {
    status,
    snoozed_until: snoozedUntil,
    touched_at: unit.now,
    ...(isVisible && { changed_at: unit.now }),
  })
  await announceConversation(unit, next, isVisible ? 'both' : 'agents')
}
