import { TransportError, type VisitorCommands } from '@docent/protocol'
import { z } from 'zod'
import { readAnswer } from '../../records/answers.ts'
import { getOwnConversation } from '../../records/conversations.ts'
import { type MessageRow, toMessage } from '../../records/messages.ts'
import type { VisitorRow } from '../../records/visitors.ts'
import type { Database } from '../../store/store.ts'
import { appendMessage } from '../append-message.ts'
import { personChoice, solvedChoice } from '../bot-choices.ts'
import { handOver } from '../bot-turns.ts'
import { changeMessage } from '../change-message.ts'
import { defineCommand } from '../command-definition.ts'
import { maxStateValueBytes } from '../limits.ts'
import { rate } from '../rate.ts'
import { conversationRef, id, json } from '../shared-schemas.ts'

type Input = VisitorCommands['message-answer']['input']
type Result = VisitorCommands['message-answer']['result']
const schema: z.ZodType<Input> = z.object({ to: conversationRef, messageId: id, value: json(maxStateValueBytes) })

/** Recorded on the message that asked, and said in the thread in the visitor's name. */
export const messageAnswer = defineCommand<VisitorRow, Input, Result>(
  schema,
  async ({ unit, actor, commandId }, { to, messageId, value }) => {
    const conversation = await getOwnConversation(unit.database, actor.id, to)
    const row = await getQuestion(unit.database, conversation.id, messageId)
    const isOfBot = row.author_kind === 'bot'
    const words = readAnswer(toMessage(row), value)
    await changeMessage(unit, row, { answer: JSON.stringify({ value, answeredAt: unit.now }) })
    const message = await appendMessage(unit, conversation, {
      author: { kind: 'visitor', id: actor.id },
      parts: [{ type: 'text', text: words, format: 'plain' }],
      commandId,
      silent: isOfBot && (value === personChoice || value === solvedChoice),
    })
    if (isOfBot && value === personChoice) await handOver(unit, conversation.id)
    if (isOfBot && value === solvedChoice) await rate(unit, conversation, { solved: true })
    return { messageId: message.id, conversationId: conversation.id, order: message.order, sentAt: message.sentAt }
  },
)

async function getQuestion(database: Database, conversationId: string, messageId: string): Promise<MessageRow> {
  const row = await database
    .selectFrom('message')
    .selectAll()
    .where('id', '=', messageId)
    .where('conversation_id', '=', conversationId)
    .where('is_note', '=', 0)
    .executeTakeFirst()
  if (row) return row
  throw new TransportError('not-found', 'There is no such message in this conversation.')
}
