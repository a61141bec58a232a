import type { AgentCommands } from '@docent/protocol'
import type { CommandDefinition } from '../command-definition.ts'
import type { AgentActor } from './agent-actor.ts'
import { agentUpdate, surfaceRequest } from './agent-changes.ts'
import {
  conversationAssign,
  conversationClassify,
  conversationClose,
  conversationRead,
  conversationReopen,
  conversationSnooze,
  conversationTag,
} from './arranging.ts'
import { conversationStart, messageSend, noteAdd } from './writing.ts'

/** What agents can have done. */
export const agentCommands = {
  'message-send': messageSend,
  'conversation-start': conversationStart,
  'note-add': noteAdd,
  'conversation-read': conversationRead,
  'conversation-assign': conversationAssign,
  'conversation-tag': conversationTag,
  'conversation-classify': conversationClassify,
  'conversation-snooze': conversationSnooze,
  'conversation-close': conversationClose,
  'conversation-reopen': conversationReopen,
  'surface-request': surfaceRequest,
  'agent-update': agentUpdate,
} satisfies Partial<Record<keyof AgentCommands, CommandDefinition<AgentActor>>>
