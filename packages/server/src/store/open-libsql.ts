import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import LibSql from 'libsql'
import { createStartError } from '../base/start-error.ts'
import type { Tables } from './tables.ts'

/** Another process (`docent-server sign-in-link`) may hold the write lock for a moment. */
const busyTimeoutMs = 5000

/** A file in WAL mode, flushed to the disk with every commit: what was acknowledged survives a power cut. */
export function openLibSql(file: string): Kysely<Tables> {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const database = new LibSql(file)
    database.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
    database.exec('PRAGMA journal_mode = WAL')
    database.exec('PRAGMA synchronous = FULL')
    return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  } catch (error) {
    const message = `The database file ${file} cannot be opened. Check that the folder exists, is writable and has room.`
    throw createStartError('data-folder-unusable', message, error)
  }
}
