import type { Ack, Command, Message, VisitorEvent, VisitorVocabulary } from '@docent/protocol'
import type { LocalEvent } from './state.ts'

/** What an answer of the backend means for the chat, before its events arrive. */
export function answerOf(
  command: Command<VisitorVocabulary>,
  ack: Ack,
  now: number,
): readonly (VisitorEvent | LocalEvent)[] {
  if (command.name === 'conversation-start') {
    const { conversationId } = (ack.result ?? {}) as { conversationId?: string }
    if (!conversationId) return []
    const times = { startedAt: now, changedAt: 0 }
    const conversation = {
      id: conversationId,
      commandId: command.id,
      status: 'open',
      canReply: true,
      unread: 0,
      ...times,
    } as const
    return [{ type: 'conversation-started', conversation }]
  }
  if (command.name !== 'message-send') return []
  const { to, parts } = command.input
  const result = (ack.result ?? {}) as Partial<{
    messageId: string
    order: number
    sentAt: number
    conversationId: string
  }>
  const conversation = 'id' in to ? to.id : to.startedBy
  const conversationId = result.conversationId ?? ('id' in to ? to.id : undefined)
  if (ack.settled === 'stored' && result.messageId && result.order !== undefined && conversationId) {
    // Whatever the backend says about it later replaces it.
    const message: Message = {
      ...{ id: result.messageId, conversationId, commandId: command.id, parts, order: result.order, revision: -1 },
      ...{ author: { kind: 'visitor' }, sentAt: result.sentAt ?? now, state: 'done' },
    }
    return [{ type: 'message-added', message }]
  }
  return [{ type: 'message-accepted', accepted: { commandId: command.id, conversation, parts, at: command.createdAt } }]
}
