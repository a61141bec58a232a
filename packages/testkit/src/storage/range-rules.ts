import { assert, assertSame } from '../assertions.ts'
import type { StorageRule } from './storage-harness.ts'

const everything = { from: '', to: '\uffff' }

/** S1–S5: what `read` answers. */
export const rangeRules: readonly StorageRule[] = [
  {
    id: 'S1',
    title: 'an empty storage answers an empty list and says how durable it is',
    async check({ storage }) {
      assertSame(await storage.read(everything), [], 'nothing is stored')
      assert(['device', 'tab', 'memory'].includes(storage.durability), 'durability is device, tab or memory')
    },
  },
  {
    id: 'S2',
    title: 'a range begins with `from` and ends before `to`',
    async check({ storage }) {
      await storage.write(['a', 'b', 'b/1', 'c', 'd'].map((key) => ({ key, value: key })))
      assertSame(await keys(storage.read({ from: 'b', to: 'd' })), ['b', 'b/1', 'c'], 'from is in, to is out')
      assertSame(await keys(storage.read({ from: 'b', to: 'b' })), [], 'an empty range holds nothing')
      assertSame(
        await keys(storage.read({ from: 'd', to: 'b' })),
        [],
        'a range that ends before it begins holds nothing',
      )
      assertSame(await keys(storage.read({ from: 'b', to: 'b\uffff' })), ['b', 'b/1'], 'a prefix is a range')
      assertSame(await storage.read({ from: 'b', to: 'b\0' }), [['b', 'b']], 'one key is a range')
    },
  },
  {
    id: 'S3',
    title: 'entries come in code-unit order of their keys, whatever order they were written in',
    async check({ storage }) {
      const unordered = ['b', 'B', 'a/10', 'a/9', 'é', '\ufb01', '\u{1f600}', 'a', '_', '0']
      for (const key of unordered) await storage.write([{ key, value: 1 }])
      const inOrder = ['0', 'B', '_', 'a', 'a/10', 'a/9', 'b', 'é', '\u{1f600}', '\ufb01']
      assertSame(await keys(storage.read(everything)), inOrder, 'keys are in code-unit order')
    },
  },
  {
    id: 'S4',
    title: 'a limit takes the first entries; without one all come',
    async check({ storage }) {
      const all = Array.from({ length: 300 }, (_, index) => `k${String(index).padStart(3, '0')}`)
      await storage.write(all.map((key) => ({ key, value: key })))
      assertSame(await keys(storage.read(everything)), all, 'all 300 entries')
      assertSame(await keys(storage.read(everything, 2)), all.slice(0, 2), 'the first two')
      assertSame(await keys(storage.read({ from: 'k298', to: 'l' }, 10)), all.slice(298), 'a limit beyond the end')
    },
  },
  {
    id: 'S5',
    title: 'a value comes back as the data it was, and as a copy',
    async check({ storage }) {
      const value = { list: [1, null, true, '', 'ž'], nested: { zero: 0, no: false } }
      await storage.write([
        { key: 'object', value },
        { key: 'null', value: null },
        { key: 'no', value: false },
        { key: 'zero', value: 0 },
        { key: 'empty', value: '' },
      ])
      const before = structuredClone(value)
      value.list.push(2)
      const expected = { empty: '', no: false, null: null, object: before, zero: 0 }
      const read = await storage.read(everything)
      assertSame(Object.fromEntries(read), expected, 'a later change of the object written is not stored')
      const stored = Object.fromEntries(read).object as typeof value
      stored.nested.zero = 1
      assertSame(
        Object.fromEntries(await storage.read(everything)),
        expected,
        'a change of what was read is not stored',
      )
    },
  },
]

const keys = async (entries: Promise<readonly (readonly [string, unknown])[]>): Promise<string[]> =>
  (await entries).map(([key]) => key)
