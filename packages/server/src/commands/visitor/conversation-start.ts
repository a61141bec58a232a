import { z } from 'zod'
import { insertConversation } from '../../records/conversations.ts'
import { readContext, updateVisitor, type VisitorRow } from '../../records/visitors.ts'
import { announceConversation } from '../announce.ts'
import { defineCommand } from '../command-definition.ts'
import { maxNameLength } from '../limits.ts'
import { context, words } from '../shared-schemas.ts'

const schema = z.object({ title: words(maxNameLength).exactOptional(), context: context.exactOptional() })

/** Agents hear of it with the first message. */
export const conversationStart = defineCommand<VisitorRow, z.infer<typeof schema>, { conversationId: string }>(
  schema,
  async ({ unit, actor, commandId }, input) => {
    const merged = { ...readContext(actor), ...input.context }
    if (input.context) await updateVisitor(unit.database, actor, { context: JSON.stringify(merged) }, unit.now)
    const { title } = input
    const row = await insertConversation(unit, { visitorId: actor.id, commandId, title, context: merged })
    await announceConversation(unit, row)
    return { conversationId: row.id }
  },
)
