import type { VisitorCommands } from '@docent/protocol'
import { z } from 'zod'
import { getOwnConversation } from '../../records/conversations.ts'
import type { VisitorRow } from '../../records/visitors.ts'
import { handOver, stopAnswers } from '../bot-turns.ts'
import { defineCommand } from '../command-definition.ts'
import { conversationRef, id } from '../shared-schemas.ts'

type Input<Name extends keyof VisitorCommands> = VisitorCommands[Name]['input']
type Nothing = Record<string, never>

const stopSchema: z.ZodType<Input<'answer-stop'>> = z.object({ to: conversationRef, messageId: id })
export const answerStop = defineCommand<VisitorRow, Input<'answer-stop'>, Nothing>(
  stopSchema,
  async ({ unit, actor }, { to, messageId }) => {
    const { id: conversationId } = await getOwnConversation(unit.database, actor.id, to)
    await stopAnswers(unit, conversationId, messageId)
    return {}
  },
)

const personSchema: z.ZodType<Input<'person-request'>> = z.object({ to: conversationRef })
export const personRequest = defineCommand<VisitorRow, Input<'person-request'>, Nothing>(
  personSchema,
  async ({ unit, actor }, { to }) => {
    const { id: conversationId } = await getOwnConversation(unit.database, actor.id, to)
    await handOver(unit, conversationId)
    return {}
  },
)
