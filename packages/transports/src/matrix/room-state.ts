import { type Author, type Conversation, isObject, type Message, type VisitorEvent } from '@docent/protocol'
import { summarize } from '../adapt/summarize.ts'
import { createThreadLog, type ThreadLog } from '../adapt/thread-log.ts'
import type { MatrixAccount } from './matrix.ts'
import type { RoomNews } from './room-reader.ts'
import type { RoomEvent } from './sync-types.ts'

/** Where homeservers keep no transaction id, the event says itself which command it was. */
export const commandIdKey = 'org.docent.command_id'
const typingTtlMs = 30_000

/** One room as a conversation. */
export interface RoomState {
  readonly log: ThreadLog
  conversation(): Conversation
  /** How far the visitor has read. */
  readUpTo(): number
  /** Takes news in, and says what they mean. */
  apply(news: RoomNews): readonly VisitorEvent[]
}

export function createRoomState({ userId, roomId }: MatrixAccount): RoomState {
  const log = createThreadLog()
  const read = { visitor: 0, agent: 0 }
  const conversation = (): Conversation => ({
    ...summarize(roomId, log.all(), read.visitor),
    ...(read.agent > 0 && { readByAgents: read.agent }),
  })
  const authorOf = (sender: string, isBot = false): Author =>
    sender === userId ? { kind: 'visitor' } : { kind: isBot ? 'bot' : 'agent', id: sender, name: nameOf(sender) }

  function addMessage({ event_id: id, type, sender, content, ...event }: RoomEvent): Message | undefined {
    // A message that was removed has no body any more.
    if (type !== 'm.room.message' || typeof content.body !== 'string') return undefined
    const commandId = event.unsigned?.transaction_id ?? content[commandIdKey]
    return log.add({
      ...{ id, conversationId: roomId, revision: 1, state: 'done', sentAt: event.origin_server_ts },
      ...(typeof commandId === 'string' && { commandId }),
      author: authorOf(sender, content.msgtype === 'm.notice'),
      parts: [{ type: 'text', text: content.body, format: 'plain' }],
    })
  }
  /** `{ <event id>: { 'm.read': { <user id>: … } } }` */
  function applyReceipts(content: unknown): readonly VisitorEvent[] {
    const events: VisitorEvent[] = []
    for (const [eventId, kinds] of Object.entries(isObject(content) ? content : {})) {
      const upTo = log.find(eventId)?.order
      const readers = isObject(kinds) && isObject(kinds['m.read']) ? Object.keys(kinds['m.read']) : []
      for (const by of new Set(readers.map((reader) => (reader === userId ? 'visitor' : 'agent')))) {
        if (upTo === undefined || upTo <= read[by]) continue
        read[by] = upTo
        events.push({ type: 'receipt-changed', conversationId: roomId, by, kind: 'read', upTo })
      }
    }
    return events
  }
  function applyTyping(content: unknown): readonly VisitorEvent[] {
    const typing = isObject(content) && Array.isArray(content.user_ids) ? content.user_ids : []
    const [other] = typing.filter((id) => id !== userId)
    const author = authorOf(String(other ?? ''))
    return [{ type: 'typing-changed', conversationId: roomId, author, typing: other !== undefined, ttlMs: typingTtlMs }]
  }
  return {
    log,
    conversation,
    readUpTo: () => read.visitor,
    apply({ events, ephemeral }) {
      const added = events.map(addMessage).filter((message) => message !== undefined)
      const told: VisitorEvent[] = added.map((message) => ({ type: 'message-added', message }))
      for (const { type, content } of ephemeral) {
        if (type === 'm.receipt') told.push(...applyReceipts(content))
        else if (type === 'm.typing') told.push(...applyTyping(content))
      }
      const isChanged = told.some(({ type }) => type !== 'typing-changed')
      return isChanged ? [...told, { type: 'conversation-changed', conversation: conversation() }] : told
    },
  }
}

/** `@ada:acme.com` → `ada` */
const nameOf = (userId: string): string => userId.slice(1).split(':')[0] ?? userId
