import { isObject } from '@docent/protocol'
import { type Kysely, sql } from 'kysely'
import { randomId } from '../base/ids.ts'
import type { Log } from '../base/log.ts'
import { createStartError, isStartError } from '../base/start-error.ts'
import { pruneEvents, readEvents, readPositions } from './event-log.ts'
import { createGroupCommit } from './group-commit.ts'
import { migrate } from './migrations.ts'
import { openLibSql } from './open-libsql.ts'
import { openPostgres } from './open-postgres.ts'
import { listenToPostgres } from './postgres-signals.ts'
import { readOrCreateSetting } from './settings.ts'
import { createSignalBus } from './signal-bus.ts'
import type { Signal, Store } from './store.ts'
import type { Tables } from './tables.ts'

export interface OpenStoreOptions {
  /** `file:<path>` for libSQL, `postgres://…` for PostgreSQL. */
  readonly url: string
  readonly log: Log
}

/** Opens the database and brings its schema up to date. Rejects with a `StartError` that says what to do. */
export async function openStore({ url, log }: OpenStoreOptions): Promise<Store> {
  const kind = /^postgres(ql)?:/.test(url) ? 'postgres' : 'libsql'
  const database = kind === 'postgres' ? openPostgres(url, log) : openLibSql(url.replace(/^file:/, ''))
  try {
    await migrate(database)
    const epoch = await readOrCreateSetting(database, 'epoch', () => randomId().slice(0, 8).replaceAll(/\W/g, 'x'))
    return await assembleStore(kind, url, database, epoch, log)
  } catch (error) {
    await database.destroy()
    if (isStartError(error)) throw error
    throw createStartError('database-unreachable', describeFailure(kind, error), error)
  }
}

async function assembleStore(
  kind: Store['kind'],
  url: string,
  database: Kysely<Tables>,
  epoch: string,
  log: Log,
): Promise<Store> {
  const bus = createSignalBus()
  const wakeAll = async () => {
    const apps = await database.selectFrom('app').select('id').execute()
    for (const { id } of apps) bus.deliver({ type: 'committed', appId: id, streams: 'all' }, false)
  }
  const others =
    kind === 'postgres'
      ? await listenToPostgres(
          url,
          log,
          (signal) => bus.deliver(signal, false),
          () => void wakeAll().catch((error) => log('warn', 'Could not look for missed events.', error)),
        )
      : undefined
  const commit = createGroupCommit({
    database,
    log,
    ...(others && {
      async announce(transaction, signals) {
        for (const signal of signals) await others.send(transaction, signal)
      },
    }),
    committed: (signals) => {
      for (const signal of signals) bus.deliver(signal, true)
    },
  })
  return {
    kind,
    epoch,
    database,
    write: commit.write,
    positions: (appId) => readPositions(database, appId),
    readEvents: (appId, stream, after, limit) => readEvents(database, appId, stream, after, limit),
    onCommit: bus.onCommit,
    onSignal: bus.onSignal,
    publish(signal: Signal) {
      bus.deliver(signal, true)
      others?.send(database, signal).catch((error) => log('warn', 'Could not tell the other nodes.', error))
    },
    prune: (appId, before, keep) => commit.write(appId, (unit) => pruneEvents(unit.database, appId, before, keep)),
    async close() {
      await commit.close()
      await others?.close()
      if (kind === 'libsql') await sql`pragma wal_checkpoint(truncate)`.execute(database).catch(() => {})
      await database.destroy()
    },
  }
}

function describeFailure(kind: Store['kind'], error: unknown): string {
  const code =
    isObject(error) || error instanceof Error ? String((error as { code?: unknown }).code ?? error) : String(error)
  return kind === 'postgres'
    ? `PostgreSQL cannot be used (${code}). Check that it runs and that DATABASE_URL names an existing database, user and password.`
    : `The database file cannot be used (${code}). Check that the disk has room and that the file is writable.`
}
