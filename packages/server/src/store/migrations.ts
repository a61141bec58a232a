import { type Kysely, type Migration, type MigrationProvider, Migrator } from 'kysely'
import { createStartError } from '../base/start-error.ts'
import { createFirstTables } from './migrations/0001-first-tables.ts'
import { addOtherSide } from './migrations/0002-other-side.ts'
import type { Tables } from './tables.ts'

/** Applied in the order of their names, each once; a name that was released never changes. */
const migrations: Record<string, Migration> = {
  '0001-first-tables': { up: createFirstTables },
  '0002-other-side': { up: addOtherSide },
}
const provider: MigrationProvider = { getMigrations: async () => migrations }

/** Brings the schema up to this version. Several nodes may start at once: the migrator holds a lock. */
export async function migrate(database: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db: database, provider })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  if (/corrupted migrations/i.test(String(error))) {
    const message = 'The database was written by a newer docent-server. Start that version, or restore an older backup.'
    throw createStartError('database-newer', message, error)
  }
  throw error
}
