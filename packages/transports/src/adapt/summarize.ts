import type { Conversation, Id, Message } from '@docent/protocol'

const excerptLength = 120

/** A thread of which all messages are known, as a list shows it. @param readUpTo the newest `order` that the visitor has read. */
export function summarize(id: Id, messages: readonly Message[], readUpTo?: number): Conversation {
  const newest = messages.at(-1)
  const text = newest?.parts.map((part) => (part.type === 'text' ? part.text : '')).join(' ')
  const isUnread = ({ order, author }: Message): boolean => author.kind !== 'visitor' && order > (readUpTo ?? order)
  return {
    ...{ id, status: 'open', canReply: true },
    unread: messages.filter(isUnread).length,
    startedAt: messages[0]?.sentAt ?? 0,
    changedAt: newest?.sentAt ?? 0,
    ...(newest && { excerpt: text?.slice(0, excerptLength) ?? '', lastAuthor: newest.author }),
  }
}
