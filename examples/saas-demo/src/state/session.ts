import { signal } from '@preact/signals'
import type { Session } from '../../shared/records.ts'
import { api } from '../api/api.ts'
import { problemOf } from '../api/request.ts'
import { tellDocent } from '../docent/docent.ts'
import { router } from '../router/router.ts'

/** `undefined` until the server has answered, `null` when nobody is signed in. */
const current = signal<Session | null | undefined>(undefined)
const failure = signal<string | undefined>(undefined)

/** Asks the server who is signed in, and tells Docent when that has changed. Called again after everything that counts. */
async function refresh(): Promise<void> {
  try {
    const { session: found } = await api.session()
    failure.value = undefined
    current.value = found
    if (found) tellDocent.visitor(found)
  } catch (error) {
    failure.value = problemOf(error).message
  }
}

async function signOut(): Promise<void> {
  await api.signOut()
  tellDocent.signedOut()
  current.value = null
  router.go('/')
}

export const session = { current, failure, refresh, signOut }

/** For pages that are only drawn for people who are signed in. */
export function requireSession(): Session {
  const found = current.value
  if (!found) throw new Error('This page needs somebody who is signed in')
  return found
}
