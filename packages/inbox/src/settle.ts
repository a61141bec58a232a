import type { Ack, Agent, AgentEvent, AgentVocabulary, Author, Command, Message } from '@docent/protocol'
import { arrangementOf } from './arrangement.ts'
import type { LocalEvent } from './state.ts'
import { partsOf } from './thread.ts'

interface Settled {
  readonly command: Command<AgentVocabulary>
  readonly ack: Ack
  readonly me: Author
  readonly agents: readonly Agent[]
}

/** What an answer of the backend means here, before its events arrive. */
export function answerOf({ command, ack, me, agents }: Settled): readonly (AgentEvent | LocalEvent)[] {
  if (command.name === 'message-send' || command.name === 'note-add') {
    const { conversationId } = command.input
    const parts = partsOf(command)
    const result = (ack.result ?? {}) as Partial<{ messageId: string; order: number; sentAt: number }>
    const { messageId, order, sentAt } = result
    if (ack.settled === 'stored' && messageId !== undefined && order !== undefined && sentAt !== undefined) {
      const message: Message = {
        ...{ id: messageId, conversationId, commandId: command.id, author: me, parts, sentAt, order },
        ...{ revision: 0, state: 'done' },
      }
      return [{ type: 'message-added', message }]
    }
    return [
      { type: 'message-accepted', accepted: { commandId: command.id, conversationId, parts, at: command.createdAt } },
    ]
  }
  const change = arrangementOf(command, agents)
  if (!change || !('conversationId' in command.input)) return []
  return [{ type: 'conversation-arranged', conversationId: command.input.conversationId, change }]
}
