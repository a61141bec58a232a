import { type CommandId, type Id, type MessagePart, TransportError } from '@docent/protocol'
import type { Selectable } from 'kysely'
import type { Database, Unit } from '../store/store.ts'
import type { UploadTable } from '../store/tables.ts'

export type UploadRow = Selectable<UploadTable>

interface Key {
  readonly commandId: CommandId
  readonly index: number
}

export const findUpload = (
  database: Database,
  ownerId: Id,
  { commandId, index }: Key,
): Promise<UploadRow | undefined> =>
  database
    .selectFrom('upload')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('command_id', '=', commandId)
    .where('part_index', '=', index)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()

/** A file that somebody may still get. */
export const findFile = (database: Database, id: Id): Promise<UploadRow | undefined> =>
  database.selectFrom('upload').selectAll().where('id', '=', id).where('deleted_at', 'is', null).executeTakeFirst()

export async function usedBytes(database: Database, ownerId: Id): Promise<number> {
  const { total } = await database
    .selectFrom('upload')
    .select(({ fn }) => fn.sum<number | null>('bytes').as('total'))
    .where('owner_id', '=', ownerId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(total ?? 0)
}

/** Was the file sent in a conversation of this visitor? */
export async function isInOwnConversation(database: Database, visitorId: Id, row: UploadRow | undefined) {
  if (!row?.conversation_id) return false
  const conversation = await database
    .selectFrom('conversation')
    .select('id')
    .where('id', '=', row.conversation_id)
    .where('visitor_id', '=', visitorId)
    .executeTakeFirst()
  return conversation !== undefined
}

interface NewUpload extends Key {
  readonly id: Id
  readonly ownerId: Id
  readonly name: string
  readonly mime: string
  readonly bytes: number
}

export const insertUpload = (unit: Unit, { id, ownerId, commandId, index, name, mime, bytes }: NewUpload) =>
  unit.database
    .insertInto('upload')
    .values({
      id,
      app_id: unit.appId,
      owner_id: ownerId,
      command_id: commandId,
      part_index: index,
      conversation_id: null,
      name,
      mime,
      bytes,
      created_at: unit.now,
      deleted_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()

/**
 * Parts with the files they name as they were uploaded: what a sender says about a file counts for nothing. Only the owner
 * can send a file, and only to one conversation.
 */
export async function attachFiles(
  unit: Unit,
  conversationId: Id,
  ownerId: Id,
  parts: readonly MessagePart[],
): Promise<MessagePart[]> {
  const attach = async (id: Id): Promise<UploadRow> => {
    const row = await findFile(unit.database, id)
    const isFree = row && (row.conversation_id === null || row.conversation_id === conversationId)
    if (!isFree || row.owner_id !== ownerId || row.app_id !== unit.appId) {
      throw new TransportError('not-found', 'There is no such file of yours for this conversation. Upload it first.')
    }
    await unit.database.updateTable('upload').set({ conversation_id: conversationId }).where('id', '=', id).execute()
    return row
  }
  return await Promise.all(
    parts.map(async (part): Promise<MessagePart> => {
      if (part.type === 'file') {
        const { id, name, mime, bytes } = await attach(part.file.id)
        return { ...part, file: { id, url: '' }, name, mime, bytes }
      }
      if (part.type === 'card' && part.image) await attach(part.image.id)
      return part
    }),
  )
}

/** From now on nobody gets the visitor's files: those they sent, and those they were sent. */
export async function deleteFilesOf(unit: Unit, visitorId: Id): Promise<void> {
  const conversations = unit.database.selectFrom('conversation').select('id').where('visitor_id', '=', visitorId)
  await unit.database
    .updateTable('upload')
    .set({ deleted_at: unit.now, name: '' })
    .where(({ eb, or }) => or([eb('owner_id', '=', visitorId), eb('conversation_id', 'in', conversations)]))
    .execute()
}
