import type { Rating, VisitorCommands } from '@docent/protocol'
import { z } from 'zod'
import { parseJson, withoutEmpty } from '../../base/json.ts'
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

const maxScore = 5
const maxCommentLength = maxNameLength * 10
const rateSchema: z.ZodType<Input<'conversation-rate'>> = z
  .object({
    to: conversationRef,
    solved: z.boolean().exactOptional(),
    score: z.number().int().min(1).max(maxScore).exactOptional(),
    comment: line(maxCommentLength).exactOptional(),
  })
  .refine(
    ({ solved, score, comment }) => solved !== undefined || score !== undefined || (comment ?? '').trim() !== '',
    'must say `solved`, a `score` or a `comment`',
  )
/** Stays on the conversation; agents find it in the thread too, as a note. What is said later adds to what was said before. */
export const conversationRate = defineCommand<VisitorRow, Input<'conversation-rate'>, Nothing>(
  rateSchema,
  async ({ unit, actor, commandId }, { to, solved, score, comment }) => {
    const conversation = await getOwnConversation(unit.database, actor.id, to)
    const said = withoutEmpty({ solved, score, comment: comment?.trim() || undefined })
    const before = conversation.rating === null ? {} : parseJson<Partial<Rating>>(conversation.rating)
    const rating: Rating = { ...before, ...said, ratedAt: unit.now }
    const next = await updateConversation(unit.database, conversation.id, { rating: JSON.stringify(rating) })
    await announceConversation(unit, next)
    const parts = [{ type: 'custom', name: ratingPartName, data: said, fallback: describeRating(said) }] as const
    if (next.message_count > 0) await appendNote(unit, next, { author: { kind: 'system' }, parts, commandId })
    return {}
  },
)

function describeRating({ solved, score, comment }: Omit<Rating, 'ratedAt'>): string {
  const solution = solved === undefined ? undefined : solved ? 'Solved' : 'Not solved'
  return [solution, score && `Rated ${score} of ${maxScore}`, comment].filter(Boolean).join(' · ')
}
