import { assert, assertSame, within } from '../assertions.ts'
import type { StorageHarness, StorageRule } from './storage-harness.ts'

const skipped = (harness: StorageHarness): string | undefined =>
  harness.reopen ? undefined : 'its data ends with the handle'

const everything = { from: '', to: '\uffff' }

/** S11–S13: what a reload, and another tab, find. */
export const sharedRules: readonly StorageRule[] = [
  {
    id: 'S11',
    title: 'what was written is there after a reload, and so is what was deleted gone',
    skipped,
    async check({ storage, reopen }) {
      await storage.write([
        { key: 'a', value: { text: 'kept' } },
        { key: 'b', value: 1 },
      ])
      await storage.write([{ key: 'b', value: undefined }])
      const again = await reopen()
      assertSame(await again.read(everything), [['a', { text: 'kept' }]], 'the reopened storage holds the same')
      assertSame(again.durability, storage.durability, 'it says the same durability')
    },
  },
  {
    id: 'S12',
    title: 'compare-and-set holds between tabs',
    skipped,
    async check({ storage, reopen }) {
      const other = await reopen()
      const race = [storage, other, storage, other].map((tab, index) =>
        tab.write([{ key: 'leader', value: index }], { key: 'leader', value: undefined }),
      )
      const won = await Promise.all(race)
      assertSame(won.filter(Boolean).length, 1, 'one of four wins')
      assertSame(await storage.read(everything), [['leader', won.indexOf(true)]], 'both see the winner')
      assertSame(await other.read(everything), [['leader', won.indexOf(true)]], 'both see the winner')
    },
  },
  {
    id: 'S13',
    title: 'a watcher is told about other tabs’ writes under its prefix, until its signal aborts',
    skipped,
    async check({ storage, reopen, patienceMs, signal }) {
      const other = await reopen()
      const ended = new AbortController()
      const calls = { outside: 0, ended: 0 }
      const told = new Promise<void>((resolve) => storage.watch('chat/', resolve, signal))
      storage.watch('help/', () => calls.outside++, signal)
      storage.watch('chat/', () => calls.ended++, ended.signal)
      ended.abort()
      await other.write([{ key: 'chat/1', value: 'hello' }])
      await within(told, 'the watcher of chat/ is called', patienceMs)
      assertSame(
        await storage.read(everything),
        [['chat/1', 'hello']],
        'the write can be read when the watcher is told',
      )
      assert(calls.outside === 0, 'a watcher of another prefix is not called')
      assert(calls.ended === 0, 'a watcher whose signal has aborted is not called')
    },
  },
]
