import { TransportError } from '@docent/protocol'
import { afterEach, describe, expect, test } from 'vitest'
import { openStore } from './open-store.ts'
import { formatCursor, parseCursor, type Store, type Unit } from './store.ts'

const app = 'acme'
const gap = { type: 'gap', reason: 'unknown' } as const
const shown = (id: string) => ({ type: 'surface-requested', feature: 'guide', id, reason: '' }) as const
const put = (unit: Unit, key: string) => unit.database.insertInto('setting').values({ key, value: 'x' }).execute()
const hasKey = async (store: Store, key: string) =>
  (await store.database.selectFrom('setting').select('key').where('key', '=', key).execute()).length === 1

interface Bench {
  /** An empty database. */
  createUrl(): Promise<string>
  /** A store that closes with the test, on a database of its own when none is named. */
  open(url?: string): Promise<Store>
}
interface Rule {
  readonly title: string
  check(bench: Bench): Promise<void>
}

const rules: readonly Rule[] = [
  {
    title: 'gives events gapless positions in the order of their writes',
    async check({ open }) {
      const store = await open()
      const jobs = Array.from({ length: 300 }, (_, index) =>
        store.write(app, async (unit) => {
          unit.emit('agents', shown(`${index}a`))
          unit.emit('visitor:v', shown(`${index}b`))
        }),
      )
      await Promise.all(jobs)
      const { events, position } = await store.readEvents(app, 'agents', 0, 1000)
      expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 300 }, (_, index) => index * 2 + 1))
      expect(events.map(({ event }) => 'id' in event && event.id)).toEqual(
        Array.from({ length: 300 }, (_, index) => `${index}a`),
      )
      expect(position).toBe(600)
      expect(await store.positions(app)).toEqual({ last: 600, pruned: 0 })
    },
  },

  {
    title: 'undoes a job that throws, alone',
    async check({ open }) {
      const store = await open()
      const outcomes = await Promise.allSettled([
        store.write(app, async (unit) => {
          await put(unit, 'before')
          unit.emit('agents', shown('before'))
        }),
        store.write(app, async (unit) => {
          await put(unit, 'undone')
          unit.emit('agents', shown('undone'))
          throw new TransportError('invalid', 'no')
        }),
        store.write(app, async (unit) => {
          await put(unit, 'twice')
          await put(unit, 'twice')
        }),
        store.write(app, async (unit) => {
          await put(unit, 'after')
          unit.emit('agents', shown('after'))
        }),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
      expect(outcomes[1]).toMatchObject({ reason: { code: 'invalid' } })
      expect(await Promise.all(['before', 'undone', 'twice', 'after'].map((key) => hasKey(store, key)))).toEqual([
        true,
        false,
        false,
        true,
      ])
      const { events } = await store.readEvents(app, 'agents', 0, 10)
      expect(events).toMatchObject([
        { seq: 1, event: { id: 'before' } },
        { seq: 2, event: { id: 'after' } },
      ])
    },
  },

  {
    title: 'counts each app by itself',
    async check({ open }) {
      const store = await open()
      await Promise.all(['a', 'b', 'a'].map((id) => store.write(id, async (unit) => unit.emit('agents', gap))))
      expect([(await store.positions('a')).last, (await store.positions('b')).last]).toEqual([2, 1])
    },
  },

  {
    title: 'reads a stream in pages and stands at the end of the log when it has seen all',
    async check({ open }) {
      const store = await open()
      await store.write(app, async (unit) => {
        for (const id of ['1', '2', '3']) unit.emit('visitor:v', shown(id))
        unit.emit('agents', gap)
      })
      const first = await store.readEvents(app, 'visitor:v', 0, 2)
      expect(first).toMatchObject({ events: [{ seq: 1 }, { seq: 2 }], position: 2 })
      const second = await store.readEvents(app, 'visitor:v', first.position, 2)
      expect(second).toMatchObject({ events: [{ seq: 3 }], position: 4 })
      expect(await store.readEvents(app, 'visitor:v', 4, 2)).toEqual({ events: [], position: 4 })
    },
  },

  {
    title: 'tells of a commit after it is readable, with the streams it touched',
    async check({ open }) {
      const store = await open()
      const told = new Promise((resolve) => {
        store.onCommit(async (appId, streams) =>
          resolve({ appId, streams, ...(await store.readEvents(appId, 'agents', 0, 9)) }),
        )
      })
      await store.write(app, async (unit) => {
        unit.emit('agents', gap)
        unit.emit('visitor:v', gap)
      })
      expect(await told).toMatchObject({ appId: app, streams: ['agents', 'visitor:v'], events: [{ seq: 1 }] })
    },
  },

  {
    title: 'prunes by age and by number, and says up to where',
    async check({ open }) {
      const store = await open()
      for (let index = 0; index < 10; index += 1)
        await store.write(app, async (unit) => unit.emit('agents', shown(`${index}`)))
      await store.prune(app, 0, 4)
      expect(await store.positions(app)).toEqual({ last: 10, pruned: 6 })
      expect((await store.readEvents(app, 'agents', 0, 99)).events.map(({ seq }) => seq)).toEqual([7, 8, 9, 10])
      await store.prune(app, Date.now() + 1000, 99)
      expect(await store.positions(app)).toEqual({ last: 10, pruned: 10 })
      await store.write(app, async (unit) => unit.emit('agents', gap))
      expect((await store.positions(app)).last).toBe(11)
    },
  },

  {
    title: 'keeps everything over a restart, and its epoch',
    async check({ open, createUrl }) {
      const url = await createUrl()
      const before = await open(url)
      await before.write(app, async (unit) => unit.emit('agents', shown('kept')))
      await before.close()
      const after = await open(url)
      expect(after.epoch).toBe(before.epoch)
      expect((await after.readEvents(app, 'agents', 0, 9)).events).toMatchObject([{ seq: 1, event: { id: 'kept' } }])
    },
  },

  {
    title: 'finishes what is running before it closes, and takes nothing after',
    async check({ open, createUrl }) {
      const url = await createUrl()
      const store = await open(url)
      const running = store.write(app, async (unit) => unit.emit('agents', shown('last')))
      await store.close()
      await running
      await expect(store.write(app, async () => {})).rejects.toMatchObject({ code: 'unavailable' })
      expect((await (await open(url)).readEvents(app, 'agents', 0, 9)).events).toHaveLength(1)
    },
  },

  {
    title: 'refuses a database of a newer version with a word',
    async check({ open, createUrl }) {
      const url = await createUrl()
      const store = await open(url)
      const migration = { name: '9999-from-the-future', timestamp: new Date().toISOString() }
      await store.database
        .withTables<{ kysely_migration: typeof migration }>()
        .insertInto('kysely_migration')
        .values(migration)
        .execute()
      await store.close()
      await expect(openStore({ url, log: () => {} })).rejects.toMatchObject({ code: 'database-newer' })
    },
  },

  {
    title: 'knows its own cursors from foreign ones',
    async check({ open }) {
      const { epoch } = await open()
      expect(parseCursor(epoch, formatCursor(epoch, 12))).toBe(12)
      for (const foreign of ['', 'nonsense', `${epoch}.`, `${epoch}.1.2`, `${epoch}.-1`, `${epoch}x.1`, '1']) {
        expect(parseCursor(epoch, foreign)).toBeUndefined()
      }
    },
  },
]

/** Holds a database to all rules. `createUrl` makes an empty one. */
export function describeStoreContract(name: string, createUrl: () => Promise<string>): void {
  const stores: Store[] = []
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close()
  })
  const open: Bench['open'] = async (url) => {
    const store = await openStore({ url: url ?? (await createUrl()), log: () => {} })
    stores.push(store)
    return store
  }
  describe(`store on ${name}`, () => {
    for (const { title, check } of rules) test(title, () => check({ createUrl, open }))
  })
}
