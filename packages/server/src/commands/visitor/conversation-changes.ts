import type { VisitorCommands } from '@docent/protocol'
import { z } from 'zod'
import { getOwnConversation, updateConversation } from '../../records/conversations.ts'
import type { VisitorRow } from '../../records/visitors.ts'
import { announceConversation } from '../announce.ts'
import { appendNote } from '../append-message.ts'
import { changeStatus } from '../change-status.ts'
import { defineCommand } from '../command-definition.ts'
import { maxNameLength } from '../limits.ts'
import { ratingPartName } from '../part-schemas.ts'
import { markReadByVisitor } from '../read-receipts.ts'
import { conversationRef, line, order } from '../shared-schemas.ts'

type Input<Name extends keyof VisitorCommands> = VisitorCommands[Name]['input']
type Nothing = Record<string, never>

const readSchema: z.ZodType<Input<'conversation-read'>> = z.object({ to: conversationRef, upTo: order })
export const conversationRead = defineCommand<VisitorRow, Input<'conversation-read'>, Nothing>(
  readSchema,
  async ({ unit, actor }, { to, upTo }) => {
    await markReadByVisitor(unit, await getOwnConversation(unit.database, actor.id, to), upTo)
    return {}
  },
)

const onlyRef = z.object({ to: conversationRef })
const statusCommand = (status: 'open' | 'closed') =>
  defineCommand<VisitorRow, Input<'conversation-close'>, Nothing>(onlyRef, async ({ unit, actor }, { to }) => {
    await changeStatus(unit, await getOwnConversation(unit.database, actor.id, to), status)
    return {}
  })
export const conversationClose = statusCommand('closed')
export const conversationReopen = statusCommand('open')

const maxScore = 10
const maxCommentLength = maxNameLength * 10
const rateSchema: z.ZodType<Input<'conversation-rate'>> = z.object({
  to: conversationRef,
  score: z.number().int().min(0).max(maxScore),
  comment: line(maxCommentLength).exactOptional(),
})
/** Agents find the rating in the thread, as a note. */
export const conversationRate = defineCommand<VisitorRow, Input<'conversation-rate'>, Nothing>(
  rateSchema,
  async ({ unit, actor, commandId }, { to, score, comment }) => {
    const conversation = await getOwnConversation(unit.database, actor.id, to)
    const rating = comment === undefined || comment.trim() === '' ? { score } : { score, comment }
    const next = await updateConversation(unit.database, conversation.id, { rating: JSON.stringify(rating) })
    const fallback = 'comment' in rating ? `Rated ${score}: ${rating.comment}` : `Rated ${score}`
    const parts = [{ type: 'custom', name: ratingPartName, data: rating, fallback }] as const
    if (next.message_count > 0) await appendNote(unit, next, { author: { kind: 'system' }, parts, commandId })
    else await announceConversation(unit, next)
    return {}
  },
)
