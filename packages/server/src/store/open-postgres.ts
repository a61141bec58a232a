import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Log } from '../base/log.ts'
import type { Tables } from './tables.ts'

const int8 = 20
const poolSize = 10
const connectTimeoutMs = 5000

/** A pool that survives restarts of the database. `bigint` columns hold counters and ms, which fit a number. */
export function openPostgres(url: string, log: Log): Kysely<Tables> {
  pg.types.setTypeParser(int8, Number)
  const pool = new pg.Pool({ connectionString: url, max: poolSize, connectionTimeoutMillis: connectTimeoutMs })
  // Without a listener, a connection that breaks while idle would end the process.
  pool.on('error', (error) => log('warn', 'A connection to PostgreSQL broke; a new one is made when needed.', error))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
