import type { OutboxEntry } from '@docent/core'
import type { Agent, AgentConversation, AgentVocabulary, Command, Id } from '@docent/protocol'
import { arrange } from './reduce.ts'
import type { Arrangement, InboxState } from './state.ts'

/** What a command changes about a conversation, so that it is shown before the backend has confirmed it. */
export function arrangementOf(command: Command<AgentVocabulary>, agents: readonly Agent[]): Arrangement | undefined {
  switch (command.name) {
    case 'conversation-close':
      return { status: 'closed', snoozedUntil: null }
    case 'conversation-reopen':
      return { status: 'open', snoozedUntil: null }
    case 'conversation-classify':
      return { reason: command.input.reason }
    case 'conversation-snooze': {
      const { until } = command.input
      return { status: until === null ? 'open' : 'snoozed', snoozedUntil: until }
    }
    case 'conversation-assign': {
      const { agentId } = command.input
      if (agentId === null) return { assignee: null }
      const name = agents.find(({ id }) => id === agentId)?.name
      return { assignee: { kind: 'agent', id: agentId, ...(name !== undefined && { name }) } }
    }
    default:
      return undefined
  }
}

/** Conversations as they will be once the outbox is empty. What the backend refused changes nothing. */
export function shownConversations(
  state: InboxState,
  outbox: readonly OutboxEntry<AgentVocabulary>[],
): Readonly<Record<Id, AgentConversation>> {
  const shown: Record<Id, AgentConversation> = { ...state.conversations }
  for (const { command, state: delivery } of outbox) {
    const change = delivery === 'failed' ? undefined : arrangementOf(command, state.agents)
    const id = 'conversationId' in command.input ? command.input.conversationId : ''
    const known = shown[id]
    if (change && known) shown[id] = arrange(known, change)
  }
  for (const id of Object.keys(state.seen)) {
    const known = shown[id]
    if (known) shown[id] = { ...known, unread: Math.min(known.unread, unseenCount(state, id)) }
  }
  return shown
}

/** Messages of the visitor after the last one that was seen here: known at once, while the backend's count is on its way. */
const unseenCount = ({ seen, threads }: InboxState, id: Id): number =>
  (threads[id]?.messages ?? []).filter(({ author, order }) => author.kind === 'visitor' && order > (seen[id] ?? 0))
    .length
