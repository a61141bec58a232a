import type { VisitorCommands } from '@docent/protocol'
import type { CommandDefinition } from '../command-definition.ts'
import { answerStop, personRequest } from './bot-changes.ts'
import { conversationClose, conversationRate, conversationRead, conversationReopen } from './conversation-changes.ts'
import { conversationStart } from './conversation-start.ts'
import { messageAnswer } from './message-answer.ts'
import { messageSend } from './message-send.ts'
import type { VisitorActor } from './visitor-actor.ts'
import { eventsRecord, visitorStatePut, visitorUpdate } from './visitor-changes.ts'
import { visitorErase } from './visitor-erase.ts'

/** What visitors can have done. There is no mail yet, so a transcript is a query: it is downloaded. */
export const visitorCommands = {
  'conversation-start': conversationStart,
  'message-send': messageSend,
  'message-answer': messageAnswer,
  'answer-stop': answerStop,
  'person-request': personRequest,
  'conversation-read': conversationRead,
  'conversation-rate': conversationRate,
  'conversation-close': conversationClose,
  'conversation-reopen': conversationReopen,
  'visitor-update': visitorUpdate,
  'visitor-state-put': visitorStatePut,
  'events-record': eventsRecord,
  'visitor-erase': visitorErase,
} satisfies Partial<Record<keyof VisitorCommands, CommandDefinition<VisitorActor>>>
