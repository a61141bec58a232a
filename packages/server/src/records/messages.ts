import type { Author, Message, MessageAnswer, MessagePart } from '@docent/protocol'
import type { Selectable } from 'kysely'
import { parseJson, withoutEmpty } from '../base/json.ts'
import type { MessageTable } from '../store/tables.ts'

export type MessageRow = Selectable<MessageTable>

export const toMessage = (row: MessageRow): Message =>
  withoutEmpty({
    id: row.id,
    conversationId: row.conversation_id,
    commandId: row.command_id,
    author: authorOf(row),
    parts: parseJson<MessagePart[]>(row.parts),
    answer: row.answer === null ? undefined : parseJson<MessageAnswer>(row.answer),
    sentAt: row.sent_at,
    order: row.position,
    revision: row.revision,
    state: row.state as Message['state'],
  })

/** A visitor's author id follows the visitor through a sign-in; an agent's name stays the one of that day. */
const authorOf = (row: MessageRow): Author =>
  row.author_kind === 'visitor'
    ? { kind: 'visitor', id: row.visitor_id }
    : withoutEmpty({
        kind: row.author_kind as Author['kind'],
        id: row.author_id,
        name: row.author_name,
        avatarUrl: row.author_avatar_url,
      })

/** The words of a message: for lists, titles and search. What somebody wrote comes before the names of what they added. */
export function textOf(parts: readonly MessagePart[]): string {
  const isWritten = ({ type }: MessagePart): boolean => type === 'text'
  const inOrder = [...parts.filter(isWritten), ...parts.filter((part) => !isWritten(part))]
  const words = inOrder.map((part) => {
    if (part.type === 'text') return part.format === 'markdown' ? withoutMarks(part.text) : part.text
    if (part.type === 'custom') return part.fallback
    if (part.type === 'file') return part.name
    return 'title' in part ? part.title : ''
  })
  return words.join(' ').replaceAll(/\s+/g, ' ').trim()
}

const withoutMarks = (markdown: string): string =>
  markdown.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/(\*\*|__|\*|`+|~~|^#+ |^> )/gm, '')

/** At most `length` characters, cut at a word where there is one, never inside a character. */
export function shorten(text: string, length: number): string {
  const characters = [...text]
  if (characters.length <= length) return text
  const cut = characters.slice(0, length - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${space > length / 2 ? cut.slice(0, space) : cut}…`
}
