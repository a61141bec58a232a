import type { Storage } from '@docent/core'
import type { ContractRule } from '../runner.ts'

/** What the author of a storage gives the suite. */
export interface StorageHarness {
  readonly name: string
  /** A storage that is empty and shares nothing with the one before. */
  open(): Promise<Storage>
  /**
   * Another handle on the data of the last `open()`, as a reload or a second tab of the same browser would get it.
   * Leave it out where data ends with the handle: the rules about reloads and tabs are then skipped.
   */
  reopen?(): Promise<Storage>
  /** How long a watcher may take to be told, in ms. Default: 2000. */
  readonly patienceMs?: number
  /** Runs after each rule. */
  close?(): Promise<void> | void
}

/** What one rule works on. */
export interface StorageBench {
  readonly storage: Storage
  readonly patienceMs: number
  /** Aborts when the rule ends. */
  readonly signal: AbortSignal
  reopen(): Promise<Storage>
}

export type StorageRule = ContractRule<StorageHarness, StorageBench>
