import type { Author, Message, MessagePart, Transcript } from '@docent/protocol'
import { DateTime, IANAZone } from 'luxon'
import type { Database } from '../store/store.ts'
import type { ConversationRow } from './conversations.ts'
import { toMessage } from './messages.ts'

const pageSize = 500
const names: Record<Author['kind'], string> = { visitor: 'You', agent: 'Team', bot: 'Assistant', system: 'System' }

/** A conversation as text, without notes, times in the zone of whoever reads it. `visitor`: what the visitor is called in it. */
export async function writeTranscript(
  database: Database,
  row: ConversationRow,
  { timeZone = 'UTC', visitor = names.visitor }: { readonly timeZone?: string; readonly visitor?: string },
): Promise<Transcript> {
  const zone = IANAZone.isValidZone(timeZone) ? timeZone : 'UTC'
  const at = (instant: number) => DateTime.fromMillis(instant, { zone })
  const entries: string[] = []
  for await (const message of readMessages(database, row)) {
    const { author } = message
    const name = author.kind === 'visitor' ? visitor : (author.name ?? names[author.kind])
    entries.push(`${at(message.sentAt).toFormat('yyyy-MM-dd HH:mm')} ${name}:\n${message.parts.map(say).join('\n')}`)
  }
  const title = `${row.title ?? 'Conversation'}\n${at(row.started_at).toFormat('yyyy-MM-dd')}, times in ${zone}`
  return {
    name: `conversation-${at(row.started_at).toFormat('yyyy-MM-dd')}.txt`,
    text: `${[title, ...entries].join('\n\n')}\n`,
  }
}

async function* readMessages(database: Database, row: ConversationRow): AsyncGenerator<Message> {
  for (let position = 0; ; ) {
    const rows = await database
      .selectFrom('message')
      .selectAll()
      .where('conversation_id', '=', row.id)
      .where('is_note', '=', 0)
      .where('position', '>', position)
      .orderBy('position')
      .limit(pageSize)
      .execute()
    yield* rows.map(toMessage)
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    position = last.position
  }
}

function say(part: MessagePart): string {
  switch (part.type) {
    case 'text':
      return part.text
    case 'file':
      return `[${part.name}]`
    case 'custom':
      return part.fallback
    case 'choices':
      return part.options.map(({ label }) => `[ ${label} ]`).join(' ')
    case 'form':
      return part.fields.map(({ label }) => `${label}: …`).join('\n')
    case 'card':
      return [part.title, part.text].filter(Boolean).join('\n')
    case 'source':
      return part.url === undefined ? part.title : `${part.title}: ${part.url}`
    case 'article':
      return part.title
  }
}
