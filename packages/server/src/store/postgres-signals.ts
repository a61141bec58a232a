import { isObject } from '@docent/protocol'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { randomId } from '../base/ids.ts'
import type { Log } from '../base/log.ts'
import type { Signal } from './store.ts'
import type { Tables } from './tables.ts'

export interface PostgresSignals {
  /** On a transaction: heard by the others when, and only when, it commits. */
  send(database: Kysely<Tables>, signal: Signal): Promise<void>
  close(): Promise<void>
}

const channel = 'docent'
/** NOTIFY takes 8000 bytes. */
const maxStreams = 50
const firstRetryMs = 200
const maxRetryMs = 5000

/** Signals between nodes by LISTEN/NOTIFY: a wake-up with ids, after which each node reads the database. */
export async function listenToPostgres(
  url: string,
  log: Log,
  heard: (signal: Signal) => void,
  reconnected: () => void,
): Promise<PostgresSignals> {
  const node = randomId()
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  let closed = false

  const connect = async () => {
    const next = new pg.Client({ connectionString: url })
    let lost = false
    const lose = () => {
      if (lost || closed) return
      lost = true
      log('warn', 'The listening connection to PostgreSQL broke; connecting again.')
      again(firstRetryMs)
    }
    next.on('error', lose)
    next.on('end', lose)
    next.on('notification', ({ payload }) => {
      const message: unknown = JSON.parse(payload ?? 'null')
      if (isObject(message) && message.node !== node) heard(message.signal as Signal)
    })
    await next.connect()
    await next.query(`listen ${channel}`)
    client = next
  }
  const again = (delayMs: number) => {
    retry = setTimeout(() => {
      connect().then(reconnected, () => again(Math.min(delayMs * 2, maxRetryMs)))
    }, delayMs)
  }
  await connect()

  return {
    async send(database, signal) {
      const payload = JSON.stringify({ node, signal: shorten(signal) })
      await sql`select pg_notify(${channel}, ${payload})`.execute(database)
    },
    async close() {
      closed = true
      clearTimeout(retry)
      await client?.end()
    },
  }
}

const shorten = (signal: Signal): Signal =>
  signal.type === 'committed' && signal.streams.length > maxStreams ? { ...signal, streams: 'all' } : signal
