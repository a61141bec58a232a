import type { VisitorCommands } from '@docent/protocol'
import { z } from 'zod'
import { getOwnConversation } from '../../records/conversations.ts'
import { attachFiles } from '../../records/uploads.ts'
import type { VisitorRow } from '../../records/visitors.ts'
import { announceVisitor } from '../announce.ts'
import { appendMessage } from '../append-message.ts'
import { defineCommand } from '../command-definition.ts'
import { visitorParts } from '../part-schemas.ts'
import { conversationRef } from '../shared-schemas.ts'

type Input = VisitorCommands['message-send']['input']
type Result = VisitorCommands['message-send']['result']
const schema: z.ZodType<Input> = z.object({ to: conversationRef, parts: visitorParts })

/** A message reopens what was closed or snoozed. */
export const messageSend = defineCommand<VisitorRow, Input, Result>(
  schema,
  async ({ unit, actor, commandId }, { to, parts }) => {
    const conversation = await getOwnConversation(unit.database, actor.id, to)
    const author = { kind: 'visitor', id: actor.id } as const
    const sent = await attachFiles(unit, conversation.id, actor.id, parts)
    const message = await appendMessage(unit, conversation, { author, parts: sent, commandId })
    if (conversation.message_count === 0) await announceVisitor(unit, actor.id)
    return { messageId: message.id, conversationId: conversation.id, order: message.order, sentAt: message.sentAt }
  },
)
