import type { OutboxEntry } from '@docent/core'
import type {
  AgentConversation,
  AgentVocabulary,
  Author,
  Command,
  Id,
  Message,
  MessageAnswer,
  MessagePart,
} from '@docent/protocol'
import type { InboxState } from './state.ts'

/** How a message of this agent's stands. Others' are `arrived`. */
export type Delivery = 'queued' | 'sending' | 'sent' | 'read' | 'failed' | 'unconfirmed' | 'arrived'

/** One message as it is drawn, wherever it is on its way. */
export interface Bubble {
  /** Stays the same from the optimistic copy to the echo, so that nothing jumps. */
  readonly key: string
  /** Visitors stand on the left, the team on the right, notes across, the system in the middle. */
  readonly side: 'visitor' | 'team' | 'note' | 'system'
  readonly mine: boolean
  readonly author: Author
  readonly parts: readonly MessagePart[]
  readonly at: number
  /** Absent while it is on its way. */
  readonly order?: number
  readonly delivery: Delivery
  readonly error?: string
  readonly removed: boolean
  /** What the visitor answered to what the parts ask. */
  readonly answer?: MessageAnswer
  /** Of a streamed answer: how it ended, where that is worth saying. */
  readonly ended?: 'stopped' | 'failed'
}

type Outbox = readonly OutboxEntry<AgentVocabulary>[]
type Writing = Extract<Command<AgentVocabulary>, { name: 'message-send' | 'note-add' }>

const isWriting = (command: Command<AgentVocabulary>): command is Writing =>
  command.name === 'message-send' || command.name === 'note-add'

/** A note is a message with one custom part of this name, which only agents are told. */
const notePart = 'note'
const isNote = (parts: readonly MessagePart[]): boolean =>
  parts.some((part) => part.type === 'custom' && part.name === notePart)

/** What a command that writes something will look like. */
export const partsOf = ({ name, input }: Writing): readonly MessagePart[] =>
  name === 'message-send'
    ? input.parts
    : [{ type: 'custom', name: notePart, data: { text: input.text }, fallback: input.text }]

/** The words of a message, for live regions and for taking it back into the composer. */
export const textOfParts = (parts: readonly MessagePart[]): string =>
  parts
    .map((part) =>
      part.type === 'text'
        ? part.text
        : part.type === 'custom'
          ? part.fallback
          : part.type === 'file'
            ? part.name
            : 'title' in part
              ? part.title
              : '',
    )
    .filter(Boolean)
    .join('\n')

/** The messages of a conversation with those under way, oldest first. */
export function bubblesOf(state: InboxState, outbox: Outbox, id: Id, me: Author): readonly Bubble[] {
  const messages = state.threads[id]?.messages ?? []
  const readUpTo = Math.max(state.conversations[id]?.readByVisitor ?? 0, state.readByVisitor[id] ?? 0)
  const arrived = new Set(messages.map(({ commandId }) => commandId))
  const accepted = state.accepted.filter((item) => item.conversationId === id && !arrived.has(item.commandId))
  const known = new Set([...arrived, ...accepted.map(({ commandId }) => commandId)])
  return [
    ...messages.map((message) => fromMessage(message, readUpTo, me)),
    ...accepted.map(({ commandId, parts, at }) => onItsWay(commandId, parts, at, me, 'sent')),
    ...outbox.flatMap(({ command, state: delivery, error }) => {
      if (!isWriting(command) || command.input.conversationId !== id || known.has(command.id)) return []
      const bubble = onItsWay(command.id, partsOf(command), command.createdAt, me, delivery)
      return [error ? { ...bubble, error: error.message } : bubble]
    }),
  ]
}

function fromMessage(message: Message, readUpTo: number, me: Author): Bubble {
  const { author, parts, order } = message
  const mine = author.kind === 'agent' && author.id === me.id
  const side = isNote(parts) ? 'note' : author.kind === 'visitor' || author.kind === 'system' ? author.kind : 'team'
  return {
    key: message.commandId ?? message.id,
    ...{ side, mine, author, parts, order },
    at: message.sentAt,
    delivery: side !== 'team' ? 'arrived' : order <= readUpTo ? 'read' : 'sent',
    removed: message.state === 'removed',
    ...(message.answer && { answer: message.answer }),
    ...((message.state === 'stopped' || message.state === 'failed') && { ended: message.state }),
  }
}

const onItsWay = (key: string, parts: readonly MessagePart[], at: number, me: Author, delivery: Delivery): Bubble => ({
  ...{ key, parts, at, delivery },
  side: isNote(parts) ? 'note' : 'team',
  ...{ mine: true, author: me, removed: false },
})

/** Where "New" stands: before the first message of the visitor that no agent had read when the thread was opened. */
export const firstUnread = (
  bubbles: readonly Bubble[],
  { unread, readByAgents = 0 }: AgentConversation,
): string | undefined =>
  unread > 0 ? bubbles.find(({ side, order = 0 }) => side === 'visitor' && order > readByAgents)?.key : undefined
