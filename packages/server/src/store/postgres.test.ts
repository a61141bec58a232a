import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts'
import { describeStoreContract } from './contract.ts'
import { openStore } from './open-store.ts'
import type { Signal } from './store.ts'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

describeStoreContract('PostgreSQL', () => postgres.createDatabase())

const silent = () => {}

test('two nodes share one gapless log and wake each other', async () => {
  const url = await postgres.createDatabase()
  const [one, two] = await Promise.all([openStore({ url, log: silent }), openStore({ url, log: silent })])
  const heard = new Promise<readonly string[] | 'all'>((resolve) => {
    two.onCommit((_, streams) => resolve(streams))
  })
  await one.write('acme', async (unit) => unit.emit('visitor:v', { type: 'session-changed' }))
  expect(await heard).toEqual(['visitor:v'])
  const jobs = Array.from({ length: 200 }, (_, index) =>
    (index % 2 === 0 ? one : two).write('acme', async (unit) => unit.emit('agents', { type: 'session-changed' })),
  )
  await Promise.all(jobs)
  const { events } = await two.readEvents('acme', 'agents', 0, 1000)
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 200 }, (_, index) => index + 2))
  await Promise.all([one.close(), two.close()])
})

test('a signal reaches the other node and is known as its own on this one', async () => {
  const url = await postgres.createDatabase()
  const [one, two] = await Promise.all([openStore({ url, log: silent }), openStore({ url, log: silent })])
  const signal: Signal = { type: 'presence', appId: 'acme', kind: 'agent', actorIds: ['a'], online: true }
  const listen = (store: typeof one) =>
    new Promise((resolve) => store.onSignal((said, local) => resolve({ said, local })))
  const heard = Promise.all([listen(one), listen(two)])
  one.publish(signal)
  expect(await heard).toEqual([
    { said: signal, local: true },
    { said: signal, local: false },
  ])
  await Promise.all([one.close(), two.close()])
})

test('a broken connection is no end: the store writes and hears again', async () => {
  const url = await postgres.createDatabase()
  const [one, two] = await Promise.all([openStore({ url, log: silent }), openStore({ url, log: silent })])
  await one.write('acme', async (unit) => unit.emit('agents', { type: 'session-changed' }))
  const woken = new Promise<void>((resolve) => {
    two.onCommit((_, streams) => (streams === 'all' ? resolve() : undefined))
  })
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen docent' and datname = current_database()`.execute(
    one.database,
  )
  await woken
  await one.write('acme', async (unit) => unit.emit('agents', { type: 'session-changed' }))
  expect((await two.positions('acme')).last).toBe(2)
  await Promise.all([one.close(), two.close()])
})

test('a database that cannot be reached is told in words', async () => {
  const opening = openStore({ url: 'postgres://postgres@127.0.0.1:1/none', log: silent })
  await expect(opening).rejects.toMatchObject({
    code: 'database-unreachable',
    message: expect.stringContaining('DATABASE_URL'),
  })
})
