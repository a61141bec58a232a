import type { Author } from '@docent/protocol'
import type { ChatState } from '../../state.ts'

/** The newest answer that the visitor has not seen. */
export interface News {
  readonly conversationId: string
  readonly author?: Author
  readonly text: string
  /** On the backend's clock, ms since 1970: tells one answer from the next, on every device. */
  readonly at: number
}

export function newsIn({ conversations, threads }: ChatState): News | undefined {
  const conversation = conversations.find(({ unread }) => unread > 0)
  if (!conversation) return undefined
  const { id, excerpt, lastAuthor, changedAt } = conversation
  const message = threads[id]?.messages.findLast(({ author }) => author.kind !== 'visitor')
  const said = message?.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join(' ')
  const author = message?.author ?? lastAuthor
  // A list tells less than a message, and lags behind it.
  return {
    conversationId: id,
    text: said || (excerpt ?? ''),
    at: message?.sentAt ?? changedAt,
    ...(author && { author }),
  }
}
