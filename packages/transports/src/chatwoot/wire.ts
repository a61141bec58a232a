import type { Author, Conversation, Message } from '@docent/protocol'

/** The parts of Chatwoot's JSON that are read here. Times are in seconds. */

export interface WireMessage {
  readonly id: number
  readonly content: string | null
  /** 0 from the contact, 1 from the team, 2 what happened, 3 by a template */
  readonly message_type: 0 | 1 | 2 | 3
  readonly created_at: number
  readonly updated_at?: string
  readonly conversation_id: number
  readonly echo_id?: string
  readonly sender?: { readonly name?: string; readonly avatar_url?: string; readonly type?: string }
  readonly attachments?: readonly { readonly data_url?: string }[]
}

export interface WireConversation {
  readonly id: number
  readonly status: string
  readonly contact_last_seen_at: number
  readonly messages: readonly WireMessage[]
}

const excerptLength = 120

function authorOf({ message_type: type, sender }: WireMessage): Author {
  if (type === 0) return { kind: 'visitor' }
  return {
    kind: type === 1 && sender?.type !== 'agent_bot' ? 'agent' : 'bot',
    ...(sender?.name && { name: sender.name }),
    ...(sender?.avatar_url && { avatarUrl: sender.avatar_url }),
  }
}

/** Files are told as their addresses, which Chatwoot signs. */
const textOf = ({ content, attachments = [] }: WireMessage): string =>
  [content ?? '', ...attachments.map((file) => file.data_url ?? '')].filter((line) => line !== '').join('\n')

export const toMessage = (wire: WireMessage): Message => ({
  id: String(wire.id),
  conversationId: String(wire.conversation_id),
  ...(wire.echo_id && { commandId: wire.echo_id }),
  author: authorOf(wire),
  parts: [{ type: 'text', text: textOf(wire), format: wire.message_type === 0 ? 'plain' : 'markdown' }],
  sentAt: wire.created_at * 1000,
  order: wire.id,
  revision: Date.parse(wire.updated_at ?? '') || 1,
  state: 'done',
})

export function toConversation({ id, status, messages, contact_last_seen_at: seenAt }: WireConversation): Conversation {
  const shown = messages.filter(({ message_type: type }) => type !== 2)
  const newest = shown.at(-1)
  return {
    id: String(id),
    status: status === 'resolved' ? 'closed' : 'open',
    canReply: true,
    unread: shown.filter((message) => message.message_type !== 0 && message.created_at > seenAt).length,
    startedAt: (shown[0]?.created_at ?? 0) * 1000,
    changedAt: (newest?.created_at ?? 0) * 1000,
    ...(newest && { excerpt: textOf(newest).slice(0, excerptLength), lastAuthor: authorOf(newest) }),
  }
}
