import { effect } from '@preact/signals-core'
import { DocentError, fail } from '../error.ts'
import type { FeatureContext } from '../feature.ts'
import type { Runtime } from '../runtime.ts'
import { become, endEveryone, isEnded, signedOut, type Unsent } from './become.ts'
import { createIdentity } from './create-identity.ts'
import { openTabs, type WhoIsHere } from './open-tabs.ts'
import type { GetToken } from './signed-identity.ts'

/**
 * Signs in. What the visitor wrote before becomes theirs on every device. To be run by `runtime.change`, as `signOut`. A
 * sign-out in another tab that this one has not heard of yet holds.
 */
export async function signIn(runtime: Runtime, id: string, token: string | GetToken): Promise<void> {
  signedOut.delete(runtime)
  const host: GetToken = typeof token === 'string' ? async () => token : token
  const here = runtime.realm.peek()
  const before = here?.owner.identity
  if (before?.id === id) {
    before.host = host
    return
  }
  if (here && (await isEnded(here))) return
  if (before) await endEveryone(runtime, 'keep')
  const { endings } = await (before || !here ? runtime.storageOf('') : here.storage).open()
  await become(runtime, createIdentity(runtime, id, host), endings)
  await tellTabs(runtime, before && { left: before.id })
}

/** Throws what is wrong with an identity whose id is no string, or empty. */
export const needsId = (): never => fail('option-invalid', 'identify() needs an id, as a string', "Pass { id: 'u1' }")

/** Forgets everyone who was here in this browser, in every tab. */
export async function signOut(runtime: Runtime, { unsent }: { readonly unsent?: Unsent } = {}): Promise<void> {
  runtime.close()
  runtime.visitor.value = { traits: {} }
  // Another tab has, already: whoever is here since is somebody else.
  if (signedOut.delete(runtime)) return
  const left = runtime.realm.peek()?.owner.identity?.id
  await endEveryone(runtime, unsent)
  await runtime.enter({})
  await tellTabs(runtime, { left: left ?? '' })
}

/** Erases the visitor on the backend, then in this browser and its other tabs. */
export async function erase(runtime: Runtime): Promise<void> {
  const current = runtime.realm.peek()
  if (!current) fail('not-started', 'erase() was called before start()', 'Await docent.start() first')
  await untilErased(current.context)
  await runtime.change(async () => {
    const { identity } = runtime.realm.peek()?.owner ?? {}
    await endEveryone(runtime)
    await runtime.enter({ ...(identity && { identity }) })
    await tellTabs(runtime, { left: identity?.id ?? '' })
  })
}

async function untilErased({ engine, scope }: FeatureContext): Promise<void> {
  const { link } = await engine()
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
    scope.add(() => {
      stop()
      reject(new DocentError('unsupported', 'The visitor has left before the backend erased them', 'Erase them there'))
    })
  })
}

/** Other tabs do as this one did. */
async function tellTabs(runtime: Runtime, change: Pick<WhoIsHere, 'left'> = {}): Promise<void> {
  const here = runtime.realm.peek()
  if (!here || runtime.scope.signal.aborted) return
  const { endings } = await here.storage.open()
  const id = here.owner.identity?.id
  const telling = runtime.scope.child()
  const visitor = id !== undefined && { visitor: { ...runtime.visitor.peek(), id } }
  openTabs(runtime.storageName, telling).postMessage({ kind: 'here', endings, isNews: true, ...visitor, ...change })
  telling.dispose()
}
