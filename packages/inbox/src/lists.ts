import type { AgentConversation, ConversationFilter, Id } from '@docent/protocol'

/** The lists of the side bar, in their order. */
export const listNames = ['open', 'mine', 'unassigned', 'snoozed', 'closed'] as const
export type ListName = (typeof listNames)[number]

export const isListName = (name: string): name is ListName => listNames.some((known) => known === name)

/** What to ask the backend for. */
export const filterOf: Readonly<Record<ListName, ConversationFilter>> = {
  open: { status: 'open' },
  mine: { status: 'open', assignee: 'me' },
  unassigned: { status: 'open', assignee: 'none' },
  snoozed: { status: 'snoozed' },
  closed: { status: 'closed' },
}

/** The same filters for what is known here, so that a change moves a conversation between lists at once. */
export function belongsTo(list: ListName, { status, assignee }: AgentConversation, agentId: Id): boolean {
  const filter = filterOf[list]
  if (status !== filter.status) return false
  if (filter.assignee === 'me') return assignee?.id === agentId
  return filter.assignee !== 'none' || assignee === undefined
}

/** Newest change first; ties by id, as the backend does. */
export const byNewestChange = (a: AgentConversation, b: AgentConversation): number =>
  b.changedAt - a.changedAt || (a.id < b.id ? 1 : -1)

/** Waits for this agent: open, unread, and nobody else's. */
export const wantsAttention = ({ status, unread, assignee }: AgentConversation, agentId: Id): boolean =>
  status === 'open' && unread > 0 && (assignee === undefined || assignee.id === agentId)

/** Whether the words are in what the list shows of a conversation. The backend looks into the messages. */
export function matches({ visitor, title, excerpt }: AgentConversation, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase()
  return [visitor.name, visitor.email, title, excerpt].some((words) => words?.toLocaleLowerCase().includes(wanted))
}
