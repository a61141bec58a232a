import type { Agent, AgentConversation, AgentEvent, Author, Id, VisitorProfile } from '@docent/protocol'
import { addHistory, appendText, changeThread, insertMessage } from './reduce-thread.ts'
import type { InboxState, ListProgress, LocalEvent, Typing } from './state.ts'

/** The one way in which the inbox changes: answers, live events and local echo pass through here. Pure. */
export function reduce(state: InboxState, event: AgentEvent | LocalEvent): InboxState {
  switch (event.type) {
    case 'conversations-fetched':
      return withConversations(state, event.conversations)
    case 'conversation-changed':
      return withConversations(state, [event.conversation])
    case 'conversation-arranged':
      return changeConversation(state, event.conversationId, (known) => arrange(known, event.change))
    case 'list-fetched':
      return withList(withConversations(state, event.conversations), event.list, {
        loaded: true,
        ...(event.older !== undefined && { older: event.older }),
      })
    case 'list-failed':
      return withList(state, event.list, { loaded: false, ...state.lists[event.list], failed: event.failure })
    case 'search-answered':
      return {
        ...withConversations(state, event.conversations),
        found: { text: event.text, ids: event.conversations.map(({ id }) => id) },
      }
    case 'visitor-fetched':
    case 'visitor-changed':
      return withVisitor(state, event.visitor)
    case 'agents-fetched':
      return { ...state, agents: event.agents }
    case 'agent-changed':
      return withAgent(state, event.agent)
    case 'went-stale':
      return wentStale(state)
    default:
      return reduceThreads(state, event)
  }
}

function reduceThreads(state: InboxState, event: AgentEvent | LocalEvent): InboxState {
  switch (event.type) {
    case 'history-fetched':
      return addHistory(state, event)
    case 'history-failed':
      return changeThread(state, event.conversationId, (thread) => ({ ...thread, failed: event.failure }))
    case 'message-added':
    case 'message-changed':
      return withoutTyping(insertMessage(state, event.message), event.message.conversationId, event.message.author)
    case 'text-appended':
      return appendText(state, event)
    case 'message-removed':
      return changeThread(state, event.conversationId, (thread) => ({
        ...thread,
        messages: thread.messages.filter(({ id }) => id !== event.messageId),
      }))
    case 'message-accepted':
      return { ...state, accepted: [...state.accepted, event.accepted] }
    case 'receipt-changed': {
      if (event.by !== 'visitor' || event.kind !== 'read') return state
      const upTo = Math.max(state.readByVisitor[event.conversationId] ?? 0, event.upTo)
      return { ...state, readByVisitor: { ...state.readByVisitor, [event.conversationId]: upTo } }
    }
    case 'conversation-seen':
      return { ...state, seen: { ...state.seen, [event.conversationId]: event.upTo } }
    case 'typing-changed':
      if (!event.typing) return withoutTyping(state, event.conversationId, event.author)
      return { ...state, typing: { ...state.typing, [event.conversationId]: event } }
    case 'typing-expired':
      return state.typing[event.typing.conversationId] === event.typing ? dropTyping(state, event.typing) : state
    default:
      // Newer backends say things that this version does not know.
      return state
  }
}

/** An older view of a conversation never replaces a newer one. A newer one replaces all of it: what it lacks is over. */
function withConversations(state: InboxState, incoming: readonly AgentConversation[]): InboxState {
  const conversations = { ...state.conversations }
  for (const next of incoming) {
    const known = conversations[next.id]
    if (!known || next.changedAt >= known.changedAt) conversations[next.id] = next
  }
  return { ...state, conversations }
}

function changeConversation(
  state: InboxState,
  id: Id,
  change: (conversation: AgentConversation) => AgentConversation,
): InboxState {
  const known = state.conversations[id]
  return known ? { ...state, conversations: { ...state.conversations, [id]: change(known) } } : state
}

/** A conversation as it will be once the backend has done what was asked. */
export function arrange(
  conversation: AgentConversation,
  change: Extract<LocalEvent, { type: 'conversation-arranged' }>['change'],
): AgentConversation {
  const { assignee, snoozedUntil, reason, ...others } = change
  const { assignee: assigneeBefore, snoozedUntil: snoozedBefore, reason: reasonBefore, ...rest } = conversation
  const assigned = assignee === undefined ? assigneeBefore : assignee
  const classified = reason === undefined ? reasonBefore : reason
  const snoozed = snoozedUntil === undefined ? snoozedBefore : snoozedUntil
  return {
    ...rest,
    ...others,
    ...(assigned && { assignee: assigned }),
    ...(snoozed && { snoozedUntil: snoozed }),
    ...(classified && { reason: classified }),
  }
}

const withList = (state: InboxState, list: keyof InboxState['lists'], progress: ListProgress): InboxState => ({
  ...state,
  lists: { ...state.lists, [list]: progress },
})

function withVisitor(state: InboxState, visitor: VisitorProfile): InboxState {
  const { id, name, email, verified } = visitor
  const described = { id, verified, ...(name !== undefined && { name }), ...(email !== undefined && { email }) }
  return {
    ...mapConversations(state, (known) => (known.visitor.id === id ? { ...known, visitor: described } : known)),
    visitors: { ...state.visitors, [id]: visitor },
  }
}

function withAgent(state: InboxState, agent: Agent): InboxState {
  const known = state.agents.some(({ id }) => id === agent.id)
  const agents = known ? state.agents.map((other) => (other.id === agent.id ? agent : other)) : [...state.agents, agent]
  const rename = (author: Author): Author => ({ ...author, name: agent.name })
  return {
    ...mapConversations(state, (each) =>
      each.assignee?.id === agent.id ? { ...each, assignee: rename(each.assignee) } : each,
    ),
    agents,
  }
}

function mapConversations(state: InboxState, change: (each: AgentConversation) => AgentConversation): InboxState {
  const entries = Object.entries(state.conversations).map(([id, conversation]) => [id, change(conversation)])
  return { ...state, conversations: Object.fromEntries(entries) }
}

/** What is shown stays; all of it is asked for again. */
function wentStale(state: InboxState): InboxState {
  const threads = Object.entries(state.threads).map(([id, thread]) => [id, { ...thread, loaded: false }])
  return { ...state, threads: Object.fromEntries(threads), gaps: state.gaps + 1 }
}

const withoutTyping = (state: InboxState, conversationId: Id, author: Author): InboxState => {
  const typing = state.typing[conversationId]
  return typing && typing.author.kind === author.kind ? dropTyping(state, typing) : state
}

function dropTyping(state: InboxState, { conversationId }: Typing): InboxState {
  const { [conversationId]: _, ...others } = state.typing
  return { ...state, typing: others }
}
