import type { Entry, Storage, Write } from '@docent/core'
import { describe, expect, it } from 'vitest'
import { ContractViolation } from '../assertions.ts'
import { storageContract, storageRules } from './storage-contract.ts'

/** One way to get the contract wrong each. */
type Flaw =
  | 'unsorted'
  | 'unlimited'
  | 'shared values'
  | 'partial batch'
  | 'loose compare'
  | 'deaf'
  | 'forgetful'
  | 'slow'

/** A browser's disk and its tabs, correct unless told otherwise. */
function createDisk(flaw?: Flaw) {
  let data = new Map<string, unknown>()
  const watchers = new Set<{ tab: object; prefix: string; changed: () => void }>()
  const copy = <T>(value: T): T => (flaw === 'shared values' ? value : structuredClone(value))
  const text = (value: unknown): string =>
    JSON.stringify(value, (_, inner) =>
      inner && typeof inner === 'object' && !Array.isArray(inner) ? Object.entries(inner).sort() : inner,
    ) ?? ''
  const holds = ({ key, value }: Write): boolean =>
    flaw === 'loose compare' ? data.has(key) === (value !== undefined) : text(data.get(key)) === text(value)

  function apply(batch: readonly Write[], expect: Write | undefined): boolean {
    const stands = expect === undefined || holds(expect)
    if (!stands && flaw !== 'partial batch') return false
    for (const { key, value } of stands ? batch : batch.slice(0, 1)) {
      if (value === undefined) data.delete(key)
      else data.set(key, copy(value))
    }
    return stands
  }
  function openTab(): Storage {
    const tab = {}
    return {
      durability: 'device',
      async read({ from, to }, limit) {
        const entries = [...data].filter(([key]) => key >= from && key < to) as unknown as Entry[]
        if (flaw !== 'unsorted') entries.sort(([a], [b]) => (a < b ? -1 : 1))
        return entries.slice(0, flaw === 'unlimited' ? undefined : limit).map(([key, value]) => [key, copy(value)])
      },
      async write(batch, expect) {
        if (flaw === 'slow' && expect) {
          const held = holds(expect)
          await Promise.resolve()
          return held && apply(batch, undefined)
        }
        const written = apply(batch, expect)
        if (written && flaw !== 'deaf')
          for (const watcher of watchers)
            if (watcher.tab !== tab && batch.some(({ key }) => key.startsWith(watcher.prefix))) watcher.changed()
        return written
      },
      watch(prefix, changed, signal) {
        const watcher = { tab, prefix, changed }
        watchers.add(watcher)
        signal.addEventListener('abort', () => watchers.delete(watcher))
      },
    }
  }
  return {
    openTab,
    reload(): Storage {
      if (flaw === 'forgetful') data = new Map()
      return openTab()
    },
  }
}

function harnessOf(flaw?: Flaw) {
  let disk = createDisk(flaw)
  return {
    name: flaw ?? 'a correct storage',
    open: async () => (disk = createDisk(flaw)).openTab(),
    reopen: async () => disk.reload(),
  }
}

storageContract({ describe, it }, harnessOf())

describe('the storage suite', () => {
  it.each<[Flaw, string]>([
    ['unsorted', 'S3'],
    ['unlimited', 'S4'],
    ['shared values', 'S5'],
    ['partial batch', 'S9'],
    ['loose compare', 'S9'],
    ['slow', 'S10'],
    ['forgetful', 'S11'],
    ['deaf', 'S13'],
  ])(
    'finds a storage that is %s by %s',
    async (flaw, id) => {
      const harness = harnessOf(flaw)
      const rule = storageRules.find((candidate) => candidate.id === id)
      const check = rule?.check({
        storage: await harness.open(),
        patienceMs: 50,
        signal: new AbortController().signal,
        reopen: harness.reopen,
      })
      await expect(check).rejects.toThrow(ContractViolation)
    },
    10_000,
  )

  it('reports the rules about tabs as skipped where data ends with the handle', () => {
    const skipped: string[] = []
    const collect = Object.assign(() => {}, { skip: (title: string) => void skipped.push(title) })
    const open = async () => createDisk().openTab()
    storageContract({ describe: (_, body) => body(), it: collect }, { name: 'memory', open })
    expect(skipped.map((title) => title.split(' ')[0])).toEqual(['S11', 'S12', 'S13'])
    expect(skipped[0]).toContain('(skipped: its data ends with the handle)')
  })

  it('numbers its rules without a hole', () => {
    expect(storageRules.map((rule) => rule.id)).toEqual(storageRules.map((_, index) => `S${index + 1}`))
  })
})
