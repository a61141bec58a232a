import type { Storage } from '@docent/core'
import { assert, assertSame } from '../assertions.ts'
import type { StorageRule } from './storage-harness.ts'

/** S6–S10: what `write` does. */
export const batchRules: readonly StorageRule[] = [
  {
    id: 'S6',
    title: 'a batch is written in its order: later writes to a key win, `undefined` deletes',
    async check({ storage }) {
      assert(await storage.write([put('a', 1), put('b', 1), put('c', 1)]), 'write resolves to true')
      await storage.write([put('a', 2), put('a', 3), put('b', undefined), put('c', undefined), put('c', 4)])
      assertSame(await contents(storage), { a: 3, c: 4 }, 'a is replaced, b deleted, c deleted and written again')
      assert(await storage.write([put('none', undefined)]), 'deleting what is not there is a write')
      assert(await storage.write([]), 'an empty batch is a write')
      assertSame(await contents(storage), { a: 3, c: 4 }, 'nothing else changed')
    },
  },
  {
    id: 'S7',
    title: 'writes take effect in the order they were asked for, without waiting for each other',
    async check({ storage }) {
      const rounds = Array.from({ length: 20 }, (_, round) => round)
      await Promise.all(rounds.map((round) => storage.write([put('a', round), put('b', round)])))
      assertSame(await contents(storage), { a: 19, b: 19 }, 'the last one asked for is what is stored')
    },
  },
  {
    id: 'S8',
    title: '`expect` that holds lets the whole batch through',
    async check({ storage }) {
      assert(await storage.write([put('a', 1)], put('a', undefined)), 'an absent key is expected to be absent')
      assert(await storage.write([put('a', 2), put('b', 1)], put('a', 1)), 'a number is compared')
      const lease = { owner: 'tab-1', until: [1, 2] }
      await storage.write([put('lease', lease)])
      assert(
        await storage.write([put('lease', undefined)], put('lease', structuredClone(lease))),
        'objects are compared as data',
      )
      assertSame(await contents(storage), { a: 2, b: 1 }, 'all was written')
    },
  },
  {
    id: 'S9',
    title: '`expect` that does not hold keeps the whole batch out',
    async check({ storage }) {
      await storage.write([put('a', 1), put('lease', { owner: 'tab-1' })])
      const batch = [put('a', 2), put('b', 2), put('lease', undefined)]
      for (const expected of [
        put('a', 2),
        put('a', '1'),
        put('a', undefined),
        put('absent', 1),
        put('absent', null),
        put('lease', { owner: 'tab-2' }),
        put('lease', {}),
      ])
        assertSame(await storage.write(batch, expected), false, `${JSON.stringify(expected)} does not hold`)
      assertSame(await contents(storage), { a: 1, lease: { owner: 'tab-1' } }, 'nothing was written')
    },
  },
  {
    id: 'S10',
    title: 'of compare-and-set writes at the same time, exactly one wins',
    async check({ storage }) {
      const names = Array.from({ length: 10 }, (_, index) => `tab-${index}`)
      const won = await Promise.all(names.map((name) => storage.write([put('leader', name)], put('leader', undefined))))
      assertSame(won.filter(Boolean).length, 1, 'one of ten wins')
      assertSame(await contents(storage), { leader: names[won.indexOf(true)] }, 'the winner is what is stored')
    },
  },
]

const put = (key: string, value: string | number | object | null | undefined) => ({ key, value })

const contents = async (storage: Storage): Promise<Record<string, unknown>> =>
  Object.fromEntries(await storage.read({ from: '', to: '\uffff' }))
