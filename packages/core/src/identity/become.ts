import type { Json } from '@docent/protocol'
import { filePrefix } from '../engine/engine-types.ts'
import type { Realm } from '../realm.ts'
import type { Runtime } from '../runtime.ts'
import { endingsAt, endingsKey, endingsOf } from '../storage/owned.ts'
import { everything, keysWith, outboxPrefix, readOne, type Storage } from '../storage/storage.ts'
import type { SignedIdentity } from './signed-identity.ts'

/** What becomes of messages that have not reached the backend when somebody signs out. */
export type Unsent = 'discard' | 'keep'

/**
 * Signs in: what nobody in particular wrote before in this browser goes along, and becomes theirs on every device.
 * @param endings How often everyone here had been ended when it was said: a sign-out that came since holds.
 */
export async function become(runtime: Runtime, identity: SignedIdentity, endings?: number): Promise<void> {
  const here = runtime.realm.peek()
  const isNobody = here && !here.owner.identity && !here.context.scope.signal.aborted
  const anonymous = isNobody ? here.storage : runtime.storageOf('', endings)
  const continues = (await readOne<object>(anonymous, 'link/state')) as Json | undefined
  // What another tab writes meanwhile it takes along itself, or the next page view does.
  const onMerged = (): void =>
    void wipe(anonymous, (key) => !key.startsWith(outboxPrefix) && !key.startsWith(filePrefix))
  const merging = continues !== undefined && { continues, onMerged }
  await runtime.enter({ identity, ...(endings !== undefined && { endings }), ...merging })
  await takeUnsentAlong(anonymous, runtime.realm.peek())
  await openSealed(runtime)
}

/** Who is here gets back what they left unsent; what has been left for too long goes. */
export async function openSealed({ realm }: Runtime): Promise<void> {
  const here = realm.peek()
  const { shared } = (await here?.storage.open()) ?? {}
  if (here && shared && (await shared.read(keysWith(sealedPrefix), 1)).length > 0)
    await (await import('./sealed.ts')).unseal(here, sealedPrefix, shared)
}

/** What somebody wrote before they signed in goes out when they have, under the same ids: nothing is done twice. */
async function takeUnsentAlong(from: Storage, realm: Realm | undefined): Promise<void> {
  const unsent = await from.read(keysWith(outboxPrefix))
  const engine = unsent.length > 0 && (await realm?.context.engine())
  if (!realm || !engine) return
  const entries = [...unsent, ...(await from.read(keysWith(filePrefix)))]
  await realm.storage.write(entries.map(([key, value]) => ({ key, value })))
  await from.write(entries.map(([key]) => ({ key, value: undefined })))
  engine.link.open()
  engine.link.retry('')
}

/** What begins with it was left unsent by somebody who has signed out. */
export const sealedPrefix = 'sealed/'

/** Those in which somebody was signed out by another tab, and whose own host has not said so yet. */
export const signedOut = new WeakSet<Runtime>()

/** Ends the realm of whoever is here. */
export function leave({ realm, past }: Runtime): void {
  realm.peek()?.context.scope.dispose()
  past.length = 0
}

/**
 * Ends everyone who was here in this browser: from one moment on no tab can write for them any more, and what they left is
 * deleted. Where another tab has done so already, nothing is left to do. An untouched browser stays so.
 * @param unsent `keep` leaves for a day what somebody who is signed in has not sent yet.
 */
export async function endEveryone(runtime: Runtime, unsent: Unsent = 'discard'): Promise<void> {
  const here = runtime.realm.peek()
  const sealed =
    here && unsent !== 'discard' ? await (await import('./sealed.ts')).seal(here, sealedPrefix, unsent) : []
  const { shared, endings } = await (here?.storage ?? runtime.storageOf('')).open()
  leave(runtime)
  const isTouched = here?.owner.identity || here?.context.loadedEngine.peek()
  if (!isTouched && (await shared.read(everything, 1)).length === 0) return
  const next = endingsAt(endings + 1)
  const stays = [endingsKey, sealedPrefix, `${next.value}/`]
  if (await shared.write([next, ...sealed], endingsAt(endings)))
    await wipe(shared, (key) => !stays.some((prefix) => key.startsWith(prefix)))
}

/** Whether another tab has ended everyone since the realm of this one began. */
export async function isEnded({ storage }: Realm): Promise<boolean> {
  const { shared, endings } = await storage.open()
  return (await endingsOf(shared)) !== endings
}

export async function wipe(storage: Storage, isWiped = (_key: string): boolean => true): Promise<void> {
  const keys = (await storage.read(everything)).map(([key]) => key).filter(isWiped)
  if (keys.length > 0) await storage.write(keys.map((key) => ({ key, value: undefined })))
}
