import type { Consent } from '../options.ts'
import { idbStorage } from './idb.ts'
import { memoryStorage } from './memory.ts'
import { endingsOf, type OwnedStorage, ownedStorage } from './owned.ts'
import type { Storage } from './storage.ts'

const makers: Readonly<Record<Consent['storage'], (name: string) => Storage | Promise<Storage>>> = {
  none: () => memoryStorage(),
  session: async (name) => (await import('./session.ts')).tabStorage(name),
  all: idbStorage,
}

/** One owner's part of the storage that a level of consent allows. @param endings Default: as many as there are by now. */
export async function openStorage(
  level: Consent['storage'],
  name: string,
  owner: string,
  follow: () => void,
  endings?: number,
): Promise<OwnedStorage> {
  const shared = await makers[level](name)
  const owned = ownedStorage(shared, owner, endings ?? (await endingsOf(shared)), follow)
  follow()
  return owned
}
