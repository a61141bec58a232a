import { type ColumnDataType, type CreateTableBuilder, type Kysely, sql } from 'kysely'

/** A column: its type, and whether it may be empty. */
type Columns = Readonly<Record<string, ColumnDataType | readonly [ColumnDataType, 'nullable']>>

const text: ColumnDataType = 'text'
const number: ColumnDataType = 'bigint'
const maybeText = ['text', 'nullable'] as const
const maybeNumber = ['bigint', 'nullable'] as const

const tables: Readonly<Record<string, { readonly columns: Columns; readonly key: readonly string[] }>> = {
  setting: { columns: { key: text, value: text }, key: ['key'] },
  app: { columns: { id: text, last_seq: number, pruned_seq: number }, key: ['id'] },
  event: {
    columns: { app_id: text, seq: number, stream: text, subject: maybeText, body: text, created_at: number },
    key: ['app_id', 'seq'],
  },
  visitor: {
    columns: {
      id: text,
      app_id: text,
      secret_hash: maybeText,
      external_id: maybeText,
      merged_into: maybeText,
      erased_at: maybeNumber,
      told: text,
      claims: text,
      context: text,
      search_text: text,
      state_version: number,
      first_seen_at: number,
      last_seen_at: number,
    },
    key: ['id'],
  },
  visitor_state: {
    columns: { visitor_id: text, key: text, value: text, merge: text, changed_at: number, version: number },
    key: ['visitor_id', 'key'],
  },
  conversation: {
    columns: {
      id: text,
      app_id: text,
      visitor_id: text,
      command_id: maybeText,
      title: maybeText,
      status: text,
      context: text,
      started_at: number,
      changed_at: number,
      touched_at: number,
      excerpt: maybeText,
      last_author: maybeText,
      last_position: number,
      message_count: number,
      answered_by: maybeText,
      assignee_id: maybeText,
      tags: text,
      snoozed_until: maybeNumber,
      waiting_since: maybeNumber,
      read_by_agents: number,
      read_by_visitor: number,
      rating: maybeText,
    },
    key: ['id'],
  },
  message: {
    columns: {
      id: text,
      app_id: text,
      conversation_id: text,
      visitor_id: text,
      position: number,
      command_id: maybeText,
      author_kind: text,
      author_id: maybeText,
      author_name: maybeText,
      author_avatar_url: maybeText,
      parts: text,
      search_text: text,
      sent_at: number,
      revision: number,
      state: text,
      is_note: number,
    },
    key: ['id'],
  },
  command: {
    columns: { actor_id: text, command_id: text, ack: text, created_at: number },
    key: ['actor_id', 'command_id'],
  },
  recorded_event: {
    columns: { id: text, app_id: text, visitor_id: text, name: text, at: number, data: maybeText, received_at: number },
    key: ['id'],
  },
  agent: {
    columns: {
      id: text,
      app_id: text,
      name: text,
      email: maybeText,
      avatar_url: maybeText,
      role: text,
      password_hash: maybeText,
      created_at: number,
    },
    key: ['id'],
  },
  agent_session: {
    columns: { token_hash: text, agent_id: text, created_at: number, expires_at: number },
    key: ['token_hash'],
  },
  sign_in_link: {
    columns: { token_hash: text, agent_id: text, expires_at: number, used_at: maybeNumber },
    key: ['token_hash'],
  },
}

const indexes: readonly { readonly table: string; readonly columns: readonly string[]; readonly unique?: true }[] = [
  { table: 'event', columns: ['app_id', 'stream', 'seq'] },
  { table: 'event', columns: ['subject'] },
  { table: 'visitor', columns: ['app_id', 'external_id'], unique: true },
  { table: 'conversation', columns: ['visitor_id', 'changed_at', 'id'] },
  { table: 'conversation', columns: ['visitor_id', 'command_id'], unique: true },
  { table: 'conversation', columns: ['app_id', 'touched_at', 'id'] },
  { table: 'conversation', columns: ['snoozed_until'] },
  { table: 'message', columns: ['conversation_id', 'position'], unique: true },
  { table: 'message', columns: ['visitor_id'] },
  { table: 'command', columns: ['created_at'] },
  { table: 'recorded_event', columns: ['app_id', 'name', 'at'] },
  { table: 'recorded_event', columns: ['visitor_id'] },
  { table: 'agent', columns: ['app_id', 'email'], unique: true },
  { table: 'agent_session', columns: ['agent_id'] },
]

export async function createFirstTables(database: Kysely<unknown>): Promise<void> {
  for (const [name, { columns, key }] of Object.entries(tables)) {
    let table: CreateTableBuilder<string, string> = database.schema.createTable(name)
    for (const [column, definition] of Object.entries(columns)) {
      const isNullable = Array.isArray(definition)
      const type = (isNullable ? definition[0] : definition) as ColumnDataType
      table = table.addColumn(column, type, (builder) => (isNullable ? builder : builder.notNull()))
    }
    await table.addPrimaryKeyConstraint(`${name}_key`, [...key]).execute()
  }
  for (const { table, columns, unique } of indexes) {
    const name = sql.ref(`${table}_by_${columns.join('_')}`)
    const kind = unique === true ? sql`unique index` : sql`index`
    const list = sql.join(columns.map((column) => sql.ref(column)))
    await sql`create ${kind} ${name} on ${sql.table(table)} (${list})`.execute(database)
  }
}
