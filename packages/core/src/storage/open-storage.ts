import type { Consent } from '../options.ts'
import { idbStorage } from './idb.ts'
import { memoryStorage } from './memory.ts'
import { tabStorage } from './session.ts'
import type { Storage } from './storage.ts'

const makers: Readonly<Record<Consent['storage'], (name: string) => Storage>> = {
  none: () => memoryStorage(),
  session: tabStorage,
  all: idbStorage,
}

/** The storage that a level of consent allows. */
export const openStorage = (level: Consent['storage'], name: string): Storage => makers[level](name)
