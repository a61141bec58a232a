export { ContractViolation } from './assertions.ts'
export type { ContractRule, TestFunction, TestRunner } from './runner.ts'
export { storageContract, storageRules } from './storage/storage-contract.ts'
export type { StorageBench, StorageHarness, StorageRule } from './storage/storage-harness.ts'
