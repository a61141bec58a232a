import type { AgentEvent, Id, Message } from '@docent/protocol'
import { emptyThread, type InboxState, type LocalEvent, type Thread } from './state.ts'

export function changeThread(state: InboxState, id: Id, change: (thread: Thread) => Thread): InboxState {
  const known = state.threads[id]
  return { ...state, threads: { ...state.threads, [id]: change(known?.messages ? known : emptyThread) } }
}

/** A message, live or echoed; the echo ends its local copy. */
export function insertMessage(state: InboxState, message: Message): InboxState {
  const next = changeThread(state, message.conversationId, (thread) => ({
    ...thread,
    messages: upsert(thread.messages, message),
  }))
  return { ...next, accepted: next.accepted.filter(({ commandId }) => commandId !== message.commandId) }
}

/**
 * A page of history. One that begins where nothing known is older joins what is here; a newest page that leaves a hole drops
 * what lies behind the hole, which is fetched again on demand.
 */
export function addHistory(
  state: InboxState,
  { conversationId, messages, older }: Extract<LocalEvent, { type: 'history-fetched' }>,
): InboxState {
  const arrived = new Set(messages.map(({ commandId }) => commandId))
  const next = changeThread(state, conversationId, (thread) => {
    const oldest = Math.min(...messages.map(({ order }) => order))
    const isNewestPage = !thread.loaded
    const joins =
      older === undefined || thread.messages.some(({ order }) => order >= oldest - 1 && order <= newest(messages))
    const kept = isNewestPage && !joins ? thread.messages.filter(({ order }) => order > oldest) : thread.messages
    const goesOn = isNewestPage && joins && kept.some(({ order }) => order < oldest) ? thread.older : older
    return {
      messages: messages.reduce(upsert, kept),
      loaded: true,
      ...(goesOn !== undefined && { older: goesOn }),
    }
  })
  return { ...next, accepted: next.accepted.filter(({ commandId }) => !arrived.has(commandId)) }
}

/** More text of a streamed answer. Where what stands before it is missing, the end of the answer brings all of it. */
export function appendText(
  state: InboxState,
  { conversationId, messageId, part, offset, text }: Extract<AgentEvent, { type: 'text-appended' }>,
): InboxState {
  return changeThread(state, conversationId, (thread) => ({
    ...thread,
    messages: thread.messages.map((message) => {
      if (message.id !== messageId || message.state !== 'streaming') return message
      const parts = message.parts.map((each, at) =>
        at === part && each.type === 'text' && each.text.length >= offset
          ? { ...each, text: each.text.slice(0, offset) + text }
          : each,
      )
      return { ...message, parts }
    }),
  }))
}

const newest = (messages: readonly Message[]): number => Math.max(...messages.map(({ order }) => order))

/** The same id or the same command is the same message; the higher revision wins. */
function upsert(messages: readonly Message[], message: Message): readonly Message[] {
  const known = messages.find(
    ({ id, commandId }) => id === message.id || (commandId !== undefined && commandId === message.commandId),
  )
  if (known?.id === message.id && known.revision >= message.revision) return messages
  const others = known ? messages.filter((other) => other !== known) : messages
  const after = others.findLastIndex((other) => before(other, message)) + 1
  return [...others.slice(0, after), message, ...others.slice(after)]
}

const before = (a: Message, b: Message): boolean =>
  a.order !== b.order ? a.order < b.order : a.sentAt !== b.sentAt ? a.sentAt < b.sentAt : a.id < b.id
