import type { Conversation, Id, Message, VisitorEvent } from '@docent/protocol'
import { type ChatState, emptyThread, type LocalEvent, type Thread } from './state.ts'

type TextAppended = Extract<VisitorEvent, { type: 'text-appended' }>

/** The one way in which chat state changes: cache, history, live events and local echo pass through here. Pure. */
export function reduce(state: ChatState, event: VisitorEvent | LocalEvent): ChatState {
  switch (event.type) {
    case 'cache-restored':
      return {
        ...withConversations(state, event.conversations),
        threads: { ...restored(event.messages), ...state.threads },
      }
    case 'conversations-fetched':
      return withConversations(state, event.conversations)
    case 'conversation-started':
    case 'conversation-changed':
      return withConversations(state, [event.conversation])
    case 'history-fetched':
      return addHistory(state, event)
    case 'message-added':
    case 'message-changed':
      return addMessage(state, event.message)
    case 'text-appended':
      return changeThread(state, event.conversationId, (thread) => ({
        ...thread,
        messages: thread.messages.map((message) => withText(message, event)),
      }))
    case 'message-removed':
      return changeThread(state, event.conversationId, (thread) => ({
        ...thread,
        messages: thread.messages.filter(({ id }) => id !== event.messageId),
      }))
    case 'message-accepted':
      return { ...state, accepted: [...state.accepted, event.accepted] }
    case 'conversation-seen':
      return changeConversation(state, event.conversationId, (conversation) => ({ ...conversation, unread: 0 }))
    case 'receipt-changed':
      if (event.by !== 'agent' || event.kind !== 'read') return state
      return changeConversation(state, event.conversationId, (conversation) => ({
        ...conversation,
        readByAgents: Math.max(conversation.readByAgents ?? 0, event.upTo),
      }))
    case 'typing-changed':
      if (event.author.kind === 'visitor') return state
      return withTyping(state, event.conversationId, event.typing ? event.author : undefined)
    case 'typing-expired':
      // News that came since then has its own time.
      return state.typing[event.conversationId] === event.author ? withTyping(state, event.conversationId) : state
    default:
      // Newer backends say things that this version does not know.
      return state
  }
}

/** More of a streamed answer. Where what stands before it is missing, the end of the answer brings all of it. */
function withText(message: Message, { messageId, part, offset, text }: TextAppended): Message {
  if (message.id !== messageId || message.state !== 'streaming') return message
  const parts = message.parts.map((each, at) =>
    at === part && each.type === 'text' && each.text.length >= offset
      ? { ...each, text: each.text.slice(0, offset) + text }
      : each,
  )
  return { ...message, parts }
}

function withConversations(state: ChatState, incoming: readonly Conversation[]): ChatState {
  const byId = new Map(state.conversations.map((conversation) => [conversation.id, conversation]))
  for (const next of incoming) {
    const known = byId.get(next.id)
    if (known && next.changedAt < known.changedAt) continue
    const commandId = next.commandId ?? known?.commandId
    byId.set(next.id, commandId ? { ...next, commandId } : next)
  }
  const conversations = [...byId.values()].sort((a, b) => b.changedAt - a.changedAt)
  return { ...state, conversations }
}

function changeConversation(state: ChatState, id: Id, change: (conversation: Conversation) => Conversation): ChatState {
  const conversations = state.conversations.map((conversation) =>
    conversation.id === id ? change(conversation) : conversation,
  )
  return { ...state, conversations }
}

function changeThread(state: ChatState, id: Id, change: (thread: Thread) => Thread): ChatState {
  return { ...state, threads: { ...state.threads, [id]: change(state.threads[id] ?? emptyThread) } }
}

function withTyping(state: ChatState, id: Id, author?: ChatState['typing'][string]): ChatState {
  const { [id]: _, ...others } = state.typing
  return { ...state, typing: author ? { ...others, [id]: author } : others }
}

/** Who wrote has stopped typing; an echo ends the local copy. */
function addMessage(state: ChatState, message: Message): ChatState {
  const next = changeThread(state, message.conversationId, (thread) => ({
    ...thread,
    messages: upsert(thread.messages, message),
  }))
  const quiet = message.author.kind === 'visitor' ? next : withTyping(next, message.conversationId)
  return { ...quiet, accepted: next.accepted.filter(({ commandId }) => commandId !== message.commandId) }
}

function addHistory(state: ChatState, event: Extract<LocalEvent, { type: 'history-fetched' }>): ChatState {
  const oldest = Math.min(...event.messages.map(({ order }) => order))
  return changeThread(state, event.conversationId, (thread) => {
    const kept = event.broken ? thread.messages.filter(({ order }) => order > oldest) : thread.messages
    const { older: _, ...rest } = thread
    return {
      ...rest,
      messages: event.messages.reduce(upsert, kept),
      loaded: true,
      ...(event.older !== undefined && { older: event.older }),
    }
  })
}

/** A cache of thousands: put in order at once, not one after the other. */
function restored(messages: readonly Message[]): ChatState['threads'] {
  const threads: Record<Id, { messages: Message[]; loaded: false }> = {}
  for (const message of [...messages].sort(inOrder))
    (threads[message.conversationId] ??= { messages: [], loaded: false }).messages.push(message)
  return threads
}

/** The same id or the same command is the same message; the higher revision wins. */
function upsert(messages: readonly Message[], message: Message): readonly Message[] {
  const at = messages.findIndex(
    ({ id, commandId }) => id === message.id || (commandId !== undefined && commandId === message.commandId),
  )
  const known = messages[at]
  if (known && known.id === message.id && known.revision >= message.revision) return messages
  const others = known ? messages.filter((other) => other !== known) : messages
  const after = others.findLastIndex((other) => inOrder(other, message) < 0) + 1
  return [...others.slice(0, after), message, ...others.slice(after)]
}

const inOrder = (a: Message, b: Message): number => a.order - b.order || a.sentAt - b.sentAt || (a.id < b.id ? -1 : 1)
