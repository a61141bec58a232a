import type { Json } from '@docent/protocol'
import { effect } from '@preact/signals-core'
import { filePrefix } from '../engine/engine-types.ts'
import { DocentError, fail } from '../error.ts'
import type { FeatureContext } from '../feature.ts'
import { measure } from '../measure/measure.ts'
import { forgetEvents } from '../measure/record-events.ts'
import type { Consent } from '../options.ts'
import type { Realm } from '../realm.ts'
import type { Runtime } from '../runtime.ts'
import { keysWith, outboxPrefix, readOne, type Storage } from '../storage/storage.ts'
import type { GetToken } from './signed-identity.ts'

/** Signs in. What the visitor wrote before becomes theirs on every device. To be run by `runtime.change`, as `signOut`. */
export async function signIn(runtime: Runtime, id: string, token: string | GetToken): Promise<void> {
  const before = ownerOf(runtime).identity
  if (before?.id === id) return
  const identity = { id, getToken: typeof token === 'string' ? async () => token : token }
  if (before) await leave(runtime)
  const anonymous = runtime.storageOf('')
  const continues = (await readOne<object>(anonymous, 'link/state')) as Json | undefined
  // What another tab writes meanwhile is taken along by the next page view.
  const onMerged = (): void =>
    void wipe(anonymous, (key) => !key.startsWith(outboxPrefix) && !key.startsWith(filePrefix))
  await runtime.enter({ identity, ...(continues !== undefined && { continues, onMerged }) })
  await takeUnsentAlong(anonymous, runtime.realm.peek())
}

/** What somebody wrote before they signed in goes out when they have, under the same ids: nothing is done twice. */
async function takeUnsentAlong(from: Storage, realm: Realm | undefined): Promise<void> {
  const unsent = await from.read(keysWith(outboxPrefix))
  const engine = unsent.length > 0 && (await realm?.context.engine())
  if (!realm || !engine) return
  const entries = [...unsent, ...(await from.read(keysWith(filePrefix)))]
  await realm.context.storage.write(entries.map(([key, value]) => ({ key, value })))
  await from.write(entries.map(([key]) => ({ key, value: undefined })))
  engine.link.open()
  engine.link.retry('')
}

/** Forgets everyone who was here in this browser. */
export async function signOut(runtime: Runtime): Promise<void> {
  const { identity } = ownerOf(runtime)
  // Another tab has signed out: whoever began since, as nobody, is somebody else.
  const isDone = identity && (await runtime.storageOf(identity.id).read(keysWith(''), 1)).length === 0
  await leave(runtime)
  if (!isDone) for (const id of await storedIds(runtime)) await wipe(runtime.storageOf(id))
  await runtime.enter({})
}

/** Erases the visitor on the backend, then in this browser. */
export async function erase(runtime: Runtime): Promise<void> {
  const current = runtime.realm.peek()
  if (!current) fail('not-started', 'erase() was called before start()', 'Await docent.start() first')
  await untilErased(current.context)
  await runtime.change(async () => {
    const { identity } = ownerOf(runtime)
    await leave(runtime)
    await runtime.enter({ ...(identity && { identity }) })
  })
}

async function untilErased(context: FeatureContext): Promise<void> {
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
}

/** Moves what is in use to where it may be now; whatever may not be there any more is deleted. */
export async function changeConsent(runtime: Runtime, change: Partial<Consent>): Promise<void> {
  const { consent, realm, storages, storageOf, enter } = runtime
  const before = consent.peek()
  const next = { ...before, ...change }
  const context = realm.peek()?.context
  if (context && before.measurement && !next.measurement) await forgetEvents(context.storage)
  if (next.storage === before.storage || !context) {
    consent.value = next
    if (context && next.measurement && !before.measurement) measure(context, { consent, past: [] })
    return
  }
  await runtime.change(async () => {
    const { identity } = ownerOf(runtime)
    context.scope.dispose()
    const inUse = new Map(storages)
    storages.clear()
    consent.value = next
    for (const [id, storage] of inUse) {
      const entries = await storage.read(keysWith(''))
      if (entries.length > 0) await storageOf(id).write(entries.map(([key, value]) => ({ key, value })))
      await wipe(storage)
    }
    await enter({ ...(identity && { identity }) })
  })
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

async function wipe(storage: Storage, isWiped = (_key: string): boolean => true): Promise<void> {
  const keys = (await storage.read(keysWith(''))).map(([key]) => key).filter(isWiped)
  if (keys.length > 0) await storage.write(keys.map((key) => ({ key, value: undefined })))
}
