import type { Author, CommandId, Id, Message, MessagePart } from '@docent/protocol'
import { randomId } from '../base/ids.ts'
import { withoutEmpty } from '../base/json.ts'
import { type ConversationRow, updateConversation } from '../records/conversations.ts'
import { shorten, textOf, toMessage } from '../records/messages.ts'
import { type Unit, visitorStream } from '../store/store.ts'
import { announceConversation } from './announce.ts'
import { stopAnswers } from './bot-turns.ts'
import { maxExcerptLength } from './limits.ts'

const maxTitleLength = 60

interface NewMessage {
  readonly author: Author
  readonly parts: readonly MessagePart[]
  readonly commandId?: CommandId
  /** More of it is to come. */
  readonly isStreaming?: boolean
  /** The bot is not asked about it. */
  readonly silent?: boolean
}

/** Adds what somebody wrote for both sides, and tells both. */
export async function appendMessage(
  unit: Unit,
  conversation: ConversationRow,
  { author, parts, commandId, isStreaming = false, silent = false }: NewMessage,
) {
  const message = await insertMessage(unit, conversation, { author, parts, commandId, isStreaming, isNote: false })
  const text = textOf(parts)
  const isVisitor = author.kind === 'visitor'
  const next = await updateConversation(unit.database, conversation.id, {
    title: conversation.title ?? (text === '' ? null : shorten(text, maxTitleLength)),
    excerpt: shorten(text, maxExcerptLength),
    last_author: JSON.stringify(isVisitor ? withoutEmpty({ kind: author.kind, id: author.id }) : author),
    last_position: message.order,
    message_count: conversation.message_count + 1,
    changed_at: unit.now,
    touched_at: unit.now,
    waiting_since: isVisitor ? (conversation.waiting_since ?? unit.now) : null,
    ...(isVisitor && { status: 'open', snoozed_until: null }),
    ...(author.kind === 'agent' && {
      answered_by: author.id ?? null,
      bot: 0,
      read_by_agents: message.order,
      ...(conversation.status === 'closed' && { status: 'open' }),
    }),
  })
  unit.emit(visitorStream(conversation.visitor_id), { type: 'message-added', message }, conversation.visitor_id)
  unit.emit('agents', { type: 'message-added', message }, conversation.visitor_id)
  await announceConversation(unit, next)
  // A person took over, or the visitor asks anew: what the bot is saying ends.
  if (author.kind !== 'bot' && conversation.bot === 1) await stopAnswers(unit, conversation.id)
  if (isVisitor && next.bot === 1 && !silent) {
    unit.signal({ type: 'bot-asked', appId: unit.appId, conversationId: conversation.id, messageId: message.id })
  }
  return message
}

/** Adds what only agents see. It moves the conversation in their list, and nothing for the visitor. */
export async function appendNote(unit: Unit, conversation: ConversationRow, { author, parts, commandId }: NewMessage) {
  const message = await insertMessage(unit, conversation, {
    author,
    parts,
    commandId,
    isStreaming: false,
    isNote: true,
  })
  const next = await updateConversation(unit.database, conversation.id, {
    last_position: message.order,
    touched_at: unit.now,
  })
  unit.emit('agents', { type: 'message-added', message }, conversation.visitor_id)
  await announceConversation(unit, next, 'agents')
  return message
}

interface Insertion {
  readonly author: Author
  readonly parts: readonly MessagePart[]
  readonly commandId: CommandId | undefined
  readonly isStreaming: boolean
  readonly isNote: boolean
}

async function insertMessage(
  unit: Unit,
  conversation: ConversationRow,
  { author, parts, commandId, isStreaming, isNote }: Insertion,
): Promise<Message> {
  const id: Id = randomId()
  const row = await unit.database
    .insertInto('message')
    .values({
      id,
      app_id: unit.appId,
      conversation_id: conversation.id,
      visitor_id: conversation.visitor_id,
      position: conversation.last_position + 1,
      command_id: commandId ?? null,
      author_kind: author.kind,
      author_id: author.id ?? null,
      author_name: author.name ?? null,
      author_avatar_url: author.avatarUrl ?? null,
      parts: JSON.stringify(parts),
      search_text: textOf(parts).toLowerCase(),
      sent_at: unit.now,
      revision: 1,
      state: isStreaming ? 'streaming' : 'done',
      is_note: isNote ? 1 : 0,
      answer: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toMessage(row)
}
