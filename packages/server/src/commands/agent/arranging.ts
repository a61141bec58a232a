import { TransportError } from '@docent/protocol'
import { z } from 'zod'
import { parseJson } from '../../base/json.ts'
import { findAgent } from '../../records/agents.ts'
import { getConversation, updateConversation } from '../../records/conversations.ts'
import { announceConversation } from '../announce.ts'
import { changeStatus } from '../change-status.ts'
import { defineCommand } from '../command-definition.ts'
import { maxTagLength, maxTags } from '../limits.ts'
import { markReadByAgents } from '../read-receipts.ts'
import { id, instant, order, reason, words } from '../shared-schemas.ts'
import type { AgentActor, AgentInput } from './agent-actor.ts'

type Nothing = Record<string, never>

const readSchema: z.ZodType<AgentInput<'conversation-read'>> = z.object({ conversationId: id, upTo: order })
export const conversationRead = defineCommand<AgentActor, AgentInput<'conversation-read'>, Nothing>(
  readSchema,
  async ({ unit }, { conversationId, upTo }) => {
    await markReadByAgents(unit, await getConversation(unit.database, unit.appId, conversationId), upTo)
    return {}
  },
)

const assignSchema: z.ZodType<AgentInput<'conversation-assign'>> = z.object({
  conversationId: id,
  agentId: id.nullable(),
})
export const conversationAssign = defineCommand<AgentActor, AgentInput<'conversation-assign'>, Nothing>(
  assignSchema,
  async ({ unit }, { conversationId, agentId }) => {
    const row = await getConversation(unit.database, unit.appId, conversationId)
    if (agentId !== null && !(await findAgent(unit.database, unit.appId, agentId))) {
      throw new TransportError('not-found', 'There is no such agent. Fetch the list of agents again.')
    }
    if (row.assignee_id === agentId) return {}
    const next = await updateConversation(unit.database, row.id, { assignee_id: agentId, touched_at: unit.now })
    await announceConversation(unit, next, 'agents')
    return {}
  },
)

const tags = z.array(words(maxTagLength)).max(maxTags)
const tagSchema: z.ZodType<AgentInput<'conversation-tag'>> = z.object({
  conversationId: id,
  add: tags.exactOptional(),
  remove: tags.exactOptional(),
})
export const conversationTag = defineCommand<AgentActor, AgentInput<'conversation-tag'>, Nothing>(
  tagSchema,
  async ({ unit }, { conversationId, add = [], remove = [] }) => {
    const row = await getConversation(unit.database, unit.appId, conversationId)
    const kept = new Set([...parseJson<string[]>(row.tags), ...add])
    for (const tag of remove) kept.delete(tag)
    if (kept.size > maxTags) throw new TransportError('too-large', `A conversation has at most ${maxTags} tags.`)
    const text = JSON.stringify([...kept].sort())
    if (text === row.tags) return {}
    const next = await updateConversation(unit.database, row.id, { tags: text, touched_at: unit.now })
    await announceConversation(unit, next, 'agents')
    return {}
  },
)

const snoozeSchema: z.ZodType<AgentInput<'conversation-snooze'>> = z.object({
  conversationId: id,
  until: instant.nullable(),
})
/** `null` ends it. When the time comes, the server opens the conversation again. */
export const conversationSnooze = defineCommand<AgentActor, AgentInput<'conversation-snooze'>, Nothing>(
  snoozeSchema,
  async ({ unit }, { conversationId, until }) => {
    const row = await getConversation(unit.database, unit.appId, conversationId)
    if (until === null) {
      if (row.status === 'snoozed') await changeStatus(unit, row, 'open')
      return {}
    }
    if (until <= unit.now) throw new TransportError('invalid', 'input.until: must lie in the future, in ms since 1970')
    await changeStatus(unit, row, 'snoozed', until)
    return {}
  },
)

const classifySchema: z.ZodType<AgentInput<'conversation-classify'>> = z.object({
  conversationId: id,
  reason: reason.nullable(),
})
export const conversationClassify = defineCommand<AgentActor, AgentInput<'conversation-classify'>, Nothing>(
  classifySchema,
  async ({ unit }, { conversationId, reason: next }) => {
    const row = await getConversation(unit.database, unit.appId, conversationId)
    if (row.reason === next) return {}
    const change = { reason: next, touched_at: unit.now }
    await announceConversation(unit, await updateConversation(unit.database, row.id, change))
    return {}
  },
)

const onlyConversation = z.object({ conversationId: id })
const statusCommand = (status: 'open' | 'closed') =>
  defineCommand<AgentActor, AgentInput<'conversation-close'>, Nothing>(
    onlyConversation,
    async ({ unit }, { conversationId }) => {
      await changeStatus(unit, await getConversation(unit.database, unit.appId, conversationId), status)
      return {}
    },
  )
export const conversationClose = statusCommand('closed')
export const conversationReopen = statusCommand('open')
