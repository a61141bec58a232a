import { type Kysely, sql } from 'kysely'

/** Files, answers to what a message asks, reasons and bug reports, the bot's part, and visitors of several origins. */
export async function addOtherSide(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('upload')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('app_id', 'text', (column) => column.notNull())
    .addColumn('owner_id', 'text', (column) => column.notNull())
    .addColumn('command_id', 'text', (column) => column.notNull())
    .addColumn('part_index', 'bigint', (column) => column.notNull())
    .addColumn('conversation_id', 'text')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('mime', 'text', (column) => column.notNull())
    .addColumn('bytes', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('deleted_at', 'bigint')
    .execute()
  await database.schema
    .createIndex('upload_command')
    .unique()
    .on('upload')
    .columns(['owner_id', 'command_id', 'part_index'])
    .execute()
  await database.schema.createIndex('upload_conversation').on('upload').columns(['conversation_id']).execute()
  for (const [table, column, type] of columns) {
    await database.schema.alterTable(table).addColumn(column, type).execute()
  }
  await sql`update conversation set bot = 0`.execute(database)
  await database.schema
    .createTable('visitor_secret')
    .addColumn('secret_hash', 'text', (column) => column.primaryKey())
    .addColumn('visitor_id', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await database.schema.createIndex('visitor_secret_visitor').on('visitor_secret').columns(['visitor_id']).execute()
  await database.schema
    .createTable('handover')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('visitor_id', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute()
}

const columns = [
  ['conversation', 'reason', 'text'],
  ['conversation', 'report', 'text'],
  ['conversation', 'bot', 'bigint'],
  ['message', 'answer', 'text'],
] as const
