import { filePrefix } from '../engine/engine-types.ts'
import { fail } from '../error.ts'
import type { Realm } from '../realm.ts'
import { keysWith, outboxPrefix, type Storage, type Stored, type Write } from '../storage/storage.ts'
import type { Unsent } from './become.ts'

/** What is not fetched by then is deleted, ms. */
const lifetimeMs = 24 * 60 * 60 * 1000

/** One entry of the outbox, or a file of it. */
interface Sealed {
  readonly sealedAt: number
  readonly value: Stored
}

const ownPrefix = (prefix: string, id: string): string => `${prefix}${encodeURIComponent(id)}/`

/**
 * What has to be written so that who is here finds their unsent messages when they sign in again in this browser. Nobody else reads them. Nothing
 * for who has no account: nobody can come back as they.
 * @param prefix Of all that is sealed.
 */
export async function seal(here: Realm, prefix: string, unsent: Unsent): Promise<readonly Write[]> {
  if (unsent !== 'keep') fail('option-invalid', `\`unsent\` of signOut() is "${unsent}"`, 'It is discard or keep')
  const { storage, context } = here
  const { identity } = here.owner
  if (!identity || storage.durability !== 'device') return []
  const entries = [...(await storage.read(keysWith(outboxPrefix))), ...(await storage.read(keysWith(filePrefix)))]
  const sealedAt = context.clock.now()
  const own = ownPrefix(prefix, identity.id)
  return entries.map(([key, value]): Write => ({ key: own + key, value: { sealedAt, value } }))
}

/** Gives who is here back what is theirs, under the same ids, and deletes what is too old. */
export async function unseal(here: Realm, prefix: string, shared: Storage): Promise<void> {
  const { storage, context } = here
  const { identity } = here.owner
  const own = identity && ownPrefix(prefix, identity.id)
  const oldest = context.clock.now() - lifetimeMs
  const all = (await shared.read(keysWith(prefix))) as readonly (readonly [string, Sealed])[]
  const old = all.filter(([, { sealedAt }]) => sealedAt < oldest)
  const theirs = all.filter(([key, { sealedAt }]) => own && key.startsWith(own) && sealedAt >= oldest)
  const isBack = await storage.write(theirs.map(([key, { value }]) => ({ key: key.slice(own?.length), value })))
  await shared.write([...old, ...(isBack ? theirs : [])].map(([key]) => ({ key, value: undefined })))
  if (theirs.length === 0) return
  const { link } = await context.engine()
  link.open()
  link.retry('')
}
