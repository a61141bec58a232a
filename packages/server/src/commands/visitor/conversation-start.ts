import type { VisitorCommands } from '@docent/protocol'
import { z } from 'zod'
import { insertConversation } from '../../records/conversations.ts'
import { readContext, updateVisitor } from '../../records/visitors.ts'
import { announceConversation } from '../announce.ts'
import { defineCommand } from '../command-definition.ts'
import { maxNameLength } from '../limits.ts'
import { bugReport, context, reason, words } from '../shared-schemas.ts'
import type { VisitorActor } from './visitor-actor.ts'

type Input = VisitorCommands['conversation-start']['input']
const schema: z.ZodType<Input> = z.object({
  title: words(maxNameLength).exactOptional(),
  context: context.exactOptional(),
  reason: reason.exactOptional(),
  report: bugReport.exactOptional(),
})

/** Agents hear of it with the first message. */
export const conversationStart = defineCommand<VisitorActor, Input, { conversationId: string }>(
  schema,
  async ({ unit, actor, commandId }, input) => {
    const merged = { ...readContext(actor), ...input.context }
    if (input.context) await updateVisitor(unit.database, actor, { context: JSON.stringify(merged) }, unit.now)
    const { title, reason, report } = input
    // A bug is for a person: there is no article about it.
    const bot = actor.hasBot && reason !== 'bug'
    const visitorId = actor.id
    const row = await insertConversation(unit, { visitorId, commandId, title, context: merged, reason, report, bot })
    await announceConversation(unit, row)
    return { conversationId: row.id }
  },
)
