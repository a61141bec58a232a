import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { describeStoreContract } from './contract.ts'
import { lockDataFolder } from './lock-data-folder.ts'
import { openStore } from './open-store.ts'

const folders: string[] = []
async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'docent-store-'))
  folders.push(folder)
  return folder
}
const createUrl = async () => `file:${await createFolder()}/docent.db`
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

describeStoreContract('libSQL', createUrl)

test('a libSQL store flushes with every commit', async () => {
  const store = await openStore({ url: await createUrl(), log: () => {} })
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(store.database)
  const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(store.database)
  await store.close()
  expect([rows[0]?.synchronous, journal.rows[0]?.journal_mode]).toEqual([2, 'wal'])
})

test('a full libSQL file undoes the whole batch and says `unavailable`; with room again it goes on', async () => {
  const logged: string[] = []
  const store = await openStore({
    url: await createUrl(),
    log: (level, message) => logged.push(`${level}: ${message}`),
  })
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.database)
  await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 4)}`.execute(store.database)
  const big = 'x'.repeat(200_000)
  const outcomes = await Promise.allSettled([
    store.write('acme', async (unit) => unit.emit('agents', { type: 'gap', reason: 'unknown' })),
    store.write('acme', (unit) => unit.database.insertInto('setting').values({ key: 'big', value: big }).execute()),
  ])
  expect(outcomes).toMatchObject([{ reason: { code: 'unavailable' } }, { reason: { code: 'unavailable' } }])
  expect(await store.positions('acme')).toEqual({ last: 0, pruned: 0 })
  expect(logged.join()).toContain('error: The database could not store')
  await sql`pragma max_page_count = 1000000`.execute(store.database)
  await store.write('acme', async (unit) => unit.emit('agents', { type: 'gap', reason: 'unknown' }))
  expect(await store.positions('acme')).toEqual({ last: 1, pruned: 0 })
  await store.close()
})

test('a data folder has one server, and is free again after it', async () => {
  const folder = await createFolder()
  const lock = lockDataFolder(folder)
  lock.describe('process 7, http://127.0.0.1:1')
  expect(() => lockDataFolder(folder)).toThrowError(/process 7, http:\/\/127\.0\.0\.1:1.*uses the data folder/)
  lock.release()
  lockDataFolder(folder).release()
})
