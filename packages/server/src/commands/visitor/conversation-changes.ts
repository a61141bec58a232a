import type { VisitorCommands } from '@docent/protocol'
import { z } from 'zod'
import { withoutEmpty } from '../../base/json.ts'
import { getOwnConversation } from '../../records/conversations.ts'
import type { VisitorRow } from '../../records/visitors.ts'
import { changeStatus } from '../change-status.ts'
import { defineCommand } from '../command-definition.ts'
import { maxNameLength } from '../limits.ts'
import { maxScore, rate } from '../rate.ts'
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
export const conversationRate = defineCommand<VisitorRow, Input<'conversation-rate'>, Nothing>(
  rateSchema,
  async ({ unit, actor, commandId }, { to, solved, score, comment }) => {
    const conversation = await getOwnConversation(unit.database, actor.id, to)
    await rate(unit, conversation, withoutEmpty({ solved, score, comment: comment?.trim() || undefined }), commandId)
    return {}
  },
)
