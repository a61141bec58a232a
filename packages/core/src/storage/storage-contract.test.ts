import 'fake-indexeddb/auto'
import { storageContract } from '@docent/testkit'
import { describe, it } from 'vitest'
import { deferredStorage } from './deferred.ts'
import { idbStorage } from './idb.ts'
import { memoryStorage } from './memory.ts'
import { tabStorage } from './session.ts'
import type { Storage } from './storage.ts'

let count = 0
const named = (make: (name: string) => Storage) => ({
  open: async () => make(`contract-${++count}`),
  reopen: async () => make(`contract-${count}`),
})

storageContract({ describe, it }, { name: 'memory', open: async () => memoryStorage() })
storageContract({ describe, it }, { name: 'sessionStorage', open: async () => tabStorage(`contract-${++count}`) })
storageContract({ describe, it }, { name: 'IndexedDB', ...named(idbStorage) })
storageContract(
  { describe, it },
  { name: 'deferred, on the device', ...named((name) => deferredStorage('all', name, '', () => {})) },
)
for (const level of ['none', 'session'] as const)
  storageContract(
    { describe, it },
    { name: `deferred, ${level}`, open: async () => deferredStorage(level, `contract-${++count}`, '', () => {}) },
  )
