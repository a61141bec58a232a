import type { Json } from '@docent/protocol'
import { effect } from '@preact/signals-core'
import { DocentError } from '../error.ts'
import type { Consent } from '../options.ts'
import type { Realm } from '../realm.ts'
import type { Runtime } from '../runtime.ts'
import { everything, readOne, type Storage } from '../storage/storage.ts'
import type { SignedIdentity } from './signed-identity.ts'

/** The changes of who is here and of what may be kept: rare, so a chunk of their own. Each is run by `runtime.change`. */

/** Signs in. What the visitor wrote before becomes theirs on every device. */
export async function signIn(runtime: Runtime, identity: SignedIdentity): Promise<void> {
  const before = ownerOf(runtime).identity
  if (before?.id === identity.id) return
  if (before) await leave(runtime)
  const anonymous = runtime.storageOf('')
  const continues = (await readOne<object>(anonymous, 'link/state')) as Json | undefined
  const earlier = continues !== undefined && { continues, onMerged: () => void wipe(anonymous) }
  await runtime.enter({ identity, ...earlier })
}

/** Forgets everyone who was here in this browser. */
export async function signOut(runtime: Runtime): Promise<void> {
  await leave(runtime)
  for (const id of await storedIds(runtime)) await wipe(runtime.storageOf(id))
  await runtime.enter({})
}

/** Erases the visitor on the backend, then in this browser. */
export async function erase(runtime: Runtime, { context }: Realm): Promise<void> {
  const { link } = await context.engine()
  const id = await link.send('visitor-erase', {})
  await new Promise<void>((resolve, reject) => {
    const stop = effect(() => {
      const entry = link.outbox.value.find(({ command }) => command.id === id)
      if (entry && entry.state !== 'failed') return
      queueMicrotask(() => stop())
      if (!entry) return resolve()
      link.discard(id)
      reject(new DocentError('unsupported', 'The backend did not erase the visitor', entry.error?.message ?? ''))
    })
  })
  const { identity } = ownerOf(runtime)
  await leave(runtime)
  await runtime.enter({ ...(identity && { identity }) })
}

/** Moves what is in use to where it may be now; whatever may not be there any more is deleted. */
export async function changeConsent(runtime: Runtime, change: Partial<Consent>): Promise<void> {
  const { consent, realm, storages, storageOf, enter } = runtime
  const before = consent.peek()
  const next = { ...before, ...change }
  consent.value = next
  if (next.storage === before.storage) return
  const { identity } = ownerOf(runtime)
  realm.peek()?.context.scope.dispose()
  const inUse = new Map(storages)
  storages.clear()
  for (const [id, storage] of inUse) {
    const entries = await storage.read(everything)
    if (entries.length > 0) await storageOf(id).write(entries.map(([key, value]) => ({ key, value })))
    await wipe(storage)
  }
  await enter({ ...(identity && { identity }) })
}

const ownerOf = ({ realm }: Runtime): Realm['owner'] => realm.peek()?.owner ?? {}

/** Ends the realm of whoever is here and empties what it leaves. */
async function leave({ realm, past }: Runtime): Promise<void> {
  const left = realm.peek()
  left?.context.scope.dispose()
  past.length = 0
  if (left) await wipe(left.context.storage)
}

/** Of everyone who left something in this browser. */
async function storedIds({ storages, storagePrefix }: Runtime): Promise<Iterable<string>> {
  const databases = await indexedDB.databases().catch(() => [])
  const ours = databases.flatMap(({ name = '' }) => {
    if (name === storagePrefix) return ['']
    return name.startsWith(`${storagePrefix}/`) ? [name.slice(storagePrefix.length + 1)] : []
  })
  return new Set([...ours, ...storages.keys()])
}

async function wipe(storage: Storage): Promise<void> {
  const entries = await storage.read(everything)
  if (entries.length > 0) await storage.write(entries.map(([key]) => ({ key, value: undefined })))
}
