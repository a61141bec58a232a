import { type Id, TransportError } from '@docent/protocol'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Log } from '../base/log.ts'
import { createUnavailable, isStorageFailure } from './storage-failure.ts'
import type { Signal, Stream, Unit } from './store.ts'
import type { Tables } from './tables.ts'

export interface GroupCommit {
  write<T>(appId: Id, job: (unit: Unit) => Promise<T>): Promise<T>
  /** Resolves when nothing is running and nothing waits. Later writes are refused. */
  close(): Promise<void>
}

interface Job {
  readonly appId: Id
  run(unit: Unit): Promise<unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
}

interface Pending {
  readonly appId: Id
  readonly stream: Stream
  readonly event: object
  readonly subject: Id | undefined
}

interface GroupCommitOptions {
  readonly database: Kysely<Tables>
  readonly log: Log
  /** Inside the transaction, right before its end: whatever must become visible with it. */
  announce?(transaction: Transaction<Tables>, signals: readonly Signal[]): Promise<void>
  /** After the commit. */
  committed(signals: readonly Signal[]): void
}

/** More would make the others wait for too long. */
const maxJobsPerBatch = 256

/**
 * Commits what arrived in one tick as one transaction, one batch at a time. The app's counter row is locked first, so that
 * batches of several nodes follow each other and `seq` is gapless and in the order of commits.
 */
export function createGroupCommit(options: GroupCommitOptions): GroupCommit {
  let waiting: Job[] = []
  let running: Promise<void> | undefined
  let closed = false

  const runAll = async () => {
    await new Promise(setImmediate)
    while (waiting.length > 0) {
      const batch = waiting.slice(0, maxJobsPerBatch)
      waiting = waiting.slice(maxJobsPerBatch)
      await commitBatch(batch, options)
    }
    running = undefined
  }

  return {
    write: <T>(appId: Id, run: (unit: Unit) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        if (closed) return reject(new TransportError('unavailable', 'The server is shutting down. Try again soon.'))
        waiting.push({ appId, run, resolve: (value) => resolve(value as T), reject })
        running ??= runAll()
      }),
    async close() {
      closed = true
      await running
    },
  }
}

async function commitBatch(batch: readonly Job[], options: GroupCommitOptions): Promise<void> {
  try {
    const { settle, signals } = await options.database
      .transaction()
      .execute((transaction) => runBatch(transaction, batch, options))
    options.committed(signals)
    for (const tell of settle) tell()
  } catch (error) {
    options.log(
      'error',
      `The database could not store ${batch.length} write(s); clients were told to send again.`,
      error,
    )
    for (const job of batch) job.reject(createUnavailable(error))
  }
}

async function runBatch(transaction: Transaction<Tables>, batch: readonly Job[], options: GroupCommitOptions) {
  const apps = [...new Set(batch.map((job) => job.appId))].sort()
  const last = new Map<Id, number>()
  for (const appId of apps) last.set(appId, await lockApp(transaction, appId))
  const events: Pending[] = []
  const signals: Signal[] = []
  const settle: (() => void)[] = []
  for (const job of batch) settle.push(await runJob(transaction, job, events, signals, options.log))
  for (const appId of apps) {
    const own = events.filter((event) => event.appId === appId)
    if (own.length === 0) continue
    await appendEvents(transaction, appId, last.get(appId) ?? 0, own)
    signals.unshift({ type: 'committed', appId, streams: [...new Set(own.map((event) => event.stream))] })
  }
  if (signals.length > 0) await options.announce?.(transaction, signals)
  return { settle, signals }
}

/** An update that changes nothing takes the write lock on both databases, before anything was read. */
async function lockApp(transaction: Transaction<Tables>, appId: Id): Promise<number> {
  const lock = () =>
    transaction
      .updateTable('app')
      .set((expression) => ({ last_seq: expression.ref('last_seq') }))
      .where('id', '=', appId)
      .returning('last_seq')
      .executeTakeFirst()
  const row = await lock()
  if (row) return row.last_seq
  await transaction
    .insertInto('app')
    .values({ id: appId, last_seq: 0, pruned_seq: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await lock())?.last_seq ?? 0
}

async function runJob(transaction: Transaction<Tables>, job: Job, events: Pending[], signals: Signal[], log: Log) {
  const own: Pending[] = []
  const ownSignals: Signal[] = []
  const unit: Unit = {
    database: transaction,
    appId: job.appId,
    now: Date.now(),
    emit: (stream, event, subject) => own.push({ appId: job.appId, stream, event, subject }),
    signal: (signal) => ownSignals.push(signal),
  }
  await sql`savepoint job`.execute(transaction)
  try {
    const value = await job.run(unit)
    await sql`release savepoint job`.execute(transaction)
    events.push(...own)
    signals.push(...ownSignals)
    return () => job.resolve(value)
  } catch (error) {
    if (isStorageFailure(error)) throw error
    await sql`rollback to savepoint job`.execute(transaction)
    await sql`release savepoint job`.execute(transaction)
    if (!(error instanceof TransportError)) log('error', 'A write broke and was undone.', error)
    return () => job.reject(error)
  }
}

async function appendEvents(transaction: Transaction<Tables>, appId: Id, last: number, events: readonly Pending[]) {
  const now = Date.now()
  const rows = events.map(({ stream, event, subject }, index) => ({
    app_id: appId,
    seq: last + 1 + index,
    stream,
    subject: subject ?? null,
    body: JSON.stringify(event),
    created_at: now,
  }))
  // Both databases limit the parameters of one statement.
  for (let start = 0; start < rows.length; start += 500) {
    await transaction
      .insertInto('event')
      .values(rows.slice(start, start + 500))
      .execute()
  }
  await transaction
    .updateTable('app')
    .set({ last_seq: last + rows.length })
    .where('id', '=', appId)
    .execute()
}
