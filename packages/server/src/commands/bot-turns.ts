import type { Id, MessagePart } from '@docent/protocol'
import { getConversation, updateConversation } from '../records/conversations.ts'
import { type MessageRow, shorten, textOf } from '../records/messages.ts'
import type { Unit } from '../store/store.ts'
import { announceConversation } from './announce.ts'
import { changeMessage } from './change-message.ts'
import { maxExcerptLength } from './limits.ts'

/** From now on people answer here: the conversation waits for them, and whatever the bot is saying ends. */
export async function handOver(unit: Unit, conversationId: Id): Promise<void> {
  const row = await getConversation(unit.database, unit.appId, conversationId)
  if (row.bot === 0) return
  const next = await updateConversation(unit.database, row.id, {
    bot: 0,
    status: 'open',
    waiting_since: row.waiting_since ?? unit.now,
    changed_at: unit.now,
    touched_at: unit.now,
  })
  await stopAnswers(unit, conversationId)
  await announceConversation(unit, next)
}

/** Ends what the bot is saying; what it has said stays. */
export async function stopAnswers(unit: Unit, conversationId: Id, messageId?: Id): Promise<void> {
  let query = unit.database
    .selectFrom('message')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('state', '=', 'streaming')
  if (messageId !== undefined) query = query.where('id', '=', messageId)
  const rows = await query.execute()
  for (const row of rows) await endAnswer(unit, row, 'stopped')
  // One that is asked but has said nothing yet ends too, unless a certain answer was meant.
  if (rows.length > 0 || messageId === undefined)
    unit.signal({ type: 'bot-stopped', appId: unit.appId, conversationId })
}

/** The last word of a streamed message, with what it consists of if that is more than its text. */
export async function endAnswer(
  unit: Unit,
  row: MessageRow,
  state: 'done' | 'stopped' | 'failed',
  parts?: readonly MessagePart[],
): Promise<void> {
  const message = await changeMessage(unit, row, {
    state,
    ...(parts && { parts: JSON.stringify(parts), search_text: textOf(parts).toLowerCase() }),
  })
  const conversation = await getConversation(unit.database, unit.appId, row.conversation_id)
  if (conversation.last_position !== row.position) return
  const next = await updateConversation(unit.database, conversation.id, {
    excerpt: shorten(textOf(message.parts), maxExcerptLength),
  })
  await announceConversation(unit, next)
}
