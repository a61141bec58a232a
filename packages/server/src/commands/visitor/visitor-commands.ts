import type { VisitorCommands } from '@docent/protocol'
import type { VisitorRow } from '../../records/visitors.ts'
import type { CommandDefinition } from '../command-definition.ts'
import { conversationClose, conversationRate, conversationRead, conversationReopen } from './conversation-changes.ts'
import { conversationStart } from './conversation-start.ts'
import { messageSend } from './message-send.ts'
import { eventsRecord, visitorStatePut, visitorUpdate } from './visitor-changes.ts'
import { visitorErase } from './visitor-erase.ts'

/** What visitors can have done. Transcripts need mail, and answers need choices to answer: neither is here yet. */
export const visitorCommands = {
  'conversation-start': conversationStart,
  'message-send': messageSend,
  'conversation-read': conversationRead,
  'conversation-rate': conversationRate,
  'conversation-close': conversationClose,
  'conversation-reopen': conversationReopen,
  'visitor-update': visitorUpdate,
  'visitor-state-put': visitorStatePut,
  'events-record': eventsRecord,
  'visitor-erase': visitorErase,
} satisfies Partial<Record<keyof VisitorCommands, CommandDefinition<VisitorRow>>>
