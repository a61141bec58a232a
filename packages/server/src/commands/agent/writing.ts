import { maxTextLength, TransportError } from '@docent/protocol'
import { z } from 'zod'
import { toAuthor } from '../../records/agents.ts'
import { getConversation, insertConversation } from '../../records/conversations.ts'
import { attachFiles } from '../../records/uploads.ts'
import { findVisitor, readContext } from '../../records/visitors.ts'
import { announceConversation } from '../announce.ts'
import { appendMessage, appendNote } from '../append-message.ts'
import { defineCommand } from '../command-definition.ts'
import { agentParts, notePartName } from '../part-schemas.ts'
import { id, words } from '../shared-schemas.ts'
import type { AgentActor, AgentInput, AgentResult } from './agent-actor.ts'

const sendSchema: z.ZodType<AgentInput<'message-send'>> = z.object({ conversationId: id, parts: agentParts })
/** A reply reopens what was closed, and counts as having read everything before it. */
export const messageSend = defineCommand<AgentActor, AgentInput<'message-send'>, AgentResult<'message-send'>>(
  sendSchema,
  async ({ unit, actor, commandId }, { conversationId, parts }) => {
    const conversation = await getConversation(unit.database, unit.appId, conversationId)
    const sent = await attachFiles(unit, conversation.id, actor.agent.id, parts)
    const message = await appendMessage(unit, conversation, { author: toAuthor(actor.agent), parts: sent, commandId })
    return { messageId: message.id, order: message.order, sentAt: message.sentAt }
  },
)

const startSchema: z.ZodType<AgentInput<'conversation-start'>> = z.object({ visitorId: id, parts: agentParts })
/** An agent writes first. */
export const conversationStart = defineCommand<
  AgentActor,
  AgentInput<'conversation-start'>,
  AgentResult<'conversation-start'>
>(startSchema, async ({ unit, actor, commandId }, { visitorId, parts }) => {
  const visitor = await findVisitor(unit.database, unit.appId, visitorId)
  if (!visitor)
    throw new TransportError('not-found', 'There is no such visitor. Fetch the list of conversations again.')
  const context = readContext(visitor)
  const row = await insertConversation(unit, { visitorId, commandId, title: undefined, context })
  await announceConversation(unit, row)
  const sent = await attachFiles(unit, row.id, actor.agent.id, parts)
  const message = await appendMessage(unit, row, { author: toAuthor(actor.agent), parts: sent, commandId })
  return { conversationId: row.id, messageId: message.id, order: message.order, sentAt: message.sentAt }
})

const noteSchema: z.ZodType<AgentInput<'note-add'>> = z.object({ conversationId: id, text: words(maxTextLength) })
/** A note is a message with one `custom` part named `note`, on the agents' stream only. */
export const noteAdd = defineCommand<AgentActor, AgentInput<'note-add'>, AgentResult<'note-add'>>(
  noteSchema,
  async ({ unit, actor, commandId }, { conversationId, text }) => {
    const conversation = await getConversation(unit.database, unit.appId, conversationId)
    const parts = [{ type: 'custom', name: notePartName, data: { text }, fallback: text }] as const
    const message = await appendNote(unit, conversation, { author: toAuthor(actor.agent), parts, commandId })
    return { messageId: message.id }
  },
)
