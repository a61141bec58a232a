import type { OutboxEntry } from '@docent/core'
import type { Command, Conversation, Message, MessagePart, VisitorVocabulary } from '@docent/protocol'
import type { ChatModel } from './model.ts'
import { type ChatState, conversationOf } from './state.ts'

/** How a message of the visitor's stands. Others' are always `arrived`. */
export type Delivery = 'queued' | 'sending' | 'sent' | 'read' | 'failed' | 'unconfirmed' | 'arrived'

/** One message as it is drawn, wherever it is on its way. */
export interface Bubble {
  /** Stays the same from the optimistic copy to the echo, so that nothing jumps. */
  readonly key: string
  readonly mine: boolean
  readonly author: Message['author']
  readonly parts: readonly MessagePart[]
  readonly at: number
  readonly delivery: Delivery
  readonly error?: string
  /** Of a message with files that is under way: where they lie in storage, and how much of them is on the backend, 0…1. */
  readonly files?: readonly string[]
  readonly share?: number
  readonly removed?: boolean
  /** As the backend has it, once it does. */
  readonly message?: Message
}

/** The messages of a conversation with those under way, oldest first. `key`: its id, or the command that starts it. */
export const bubblesIn = ({ state, link }: ChatModel, key: string): readonly Bubble[] =>
  bubblesOf(state.value, link.outbox.value, key)

type Outbox = readonly OutboxEntry<VisitorVocabulary>[]
type SendCommand = Extract<Command<VisitorVocabulary>, { name: 'message-send' }>

export function bubblesOf(state: ChatState, outbox: Outbox, key: string): readonly Bubble[] {
  const conversation = conversationOf(state, key)
  const thread = conversation && state.threads[conversation.id]
  const messages = thread?.messages ?? []
  const arrived = new Set(messages.map(({ commandId }) => commandId))
  const keys = new Set([key, conversation?.id, conversation?.commandId])
  const here = ({ to }: SendCommand['input']): boolean => keys.has('id' in to ? to.id : to.startedBy)
  const accepted = state.accepted.filter((item) => keys.has(item.conversation) && !arrived.has(item.commandId))
  const under = new Set(accepted.map(({ commandId }) => commandId))
  const waiting = outbox.filter(
    ({ command }) =>
      command.name === 'message-send' && here(command.input) && !arrived.has(command.id) && !under.has(command.id),
  )
  const start = outbox.find(({ command }) => command.name === 'conversation-start' && keys.has(command.id))
  return [
    ...messages.map((message) => bubbleOf(message, conversation)),
    ...accepted.map(
      (item): Bubble => ({ ...mine, key: item.commandId, parts: item.parts, at: item.at, delivery: 'sent' }),
    ),
    ...waiting.map((entry) => pending(entry, start)),
  ]
}

const mine = { mine: true, author: { kind: 'visitor' } } as const

function bubbleOf(message: Message, conversation: Conversation | undefined): Bubble {
  const own = message.author.kind === 'visitor'
  const read = (conversation?.readByAgents ?? -1) >= message.order
  return {
    message,
    key: message.commandId ?? message.id,
    mine: own,
    author: message.author,
    parts: message.parts,
    at: message.sentAt,
    delivery: own ? (read ? 'read' : 'sent') : 'arrived',
    removed: message.state === 'removed',
  }
}

/** A message whose conversation could not be started shares its fate. */
function pending({ command, state, error, files, share }: Outbox[number], start: Outbox[number] | undefined): Bubble {
  const failed = start?.state === 'failed' ? start : undefined
  const why = failed?.error ?? error
  return {
    ...mine,
    key: command.id,
    parts: (command as SendCommand).input.parts,
    at: command.createdAt,
    delivery: failed ? 'failed' : state,
    ...(why && { error: why.message }),
    ...(files && { files }),
    ...(share !== undefined && { share }),
  }
}
