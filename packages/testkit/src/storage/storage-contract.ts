import type { Storage } from '@docent/core'
import { runContract, type TestRunner } from '../runner.ts'
import { batchRules } from './batch-rules.ts'
import { rangeRules } from './range-rules.ts'
import { sharedRules } from './shared-rules.ts'
import type { StorageBench, StorageHarness, StorageRule } from './storage-harness.ts'

/** Every rule that a {@link Storage} keeps, in the order of their numbers. */
export const storageRules: readonly StorageRule[] = [...rangeRules, ...batchRules, ...sharedRules]

/**
 * Checks a {@link Storage} against the contract: ranges, order, atomic batches, compare-and-set, reload, other tabs.
 * @example
 * import { describe, it } from 'vitest'
 * storageContract({ describe, it }, { name: 'memory', open: async () => memoryStorage() })
 */
export function storageContract(runner: TestRunner, harness: StorageHarness): void {
  runContract(runner, `storage contract: ${harness.name}`, storageRules, harness, async (rule) => {
    const ended = new AbortController()
    const storage = await harness.open()
    const bench: StorageBench = {
      storage,
      patienceMs: harness.patienceMs ?? 2000,
      signal: ended.signal,
      reopen: async () => {
        if (!harness.reopen) throw new Error(`${rule.id} needs a harness with reopen()`)
        return harness.reopen()
      },
    }
    try {
      await rule.check(bench)
    } finally {
      ended.abort()
      await harness.close?.()
    }
  })
}
