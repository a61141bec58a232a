import { computed, type ReadonlySignal, signal, untracked } from '@preact/signals-core'
import type { Consent, DocentOptions } from '../options.ts'
import { createRealm, type Realm, type RealmBase, type RealmOwner } from '../realm.ts'
import type { Scope } from '../scope.ts'
import type { InstalledFeature } from '../shell.ts'
import { type DeferredStorage, deferredStorage } from '../storage/deferred.ts'

/** Schema version of what is stored. */
const version = 'v1'

/** Whose widget it is: one realm at a time. */
export interface Owners {
  readonly realm: ReadonlySignal<Realm | undefined>
  readonly installed: ReadonlySignal<readonly InstalledFeature[]>
  readonly unread: ReadonlySignal<number>
  /** What this app stores in this browser has this name, or begins with it and ends with `/` and the id of its owner. */
  readonly storagePrefix: string
  /** The storages in use, by the id of their owner. */
  readonly storages: Map<string, DeferredStorage>
  /** One per identity, so that nothing of one person is ever read as another's; '' is nobody yet. */
  storageOf(id: string): DeferredStorage
  /** From now on there can be realms. */
  begin(base: RealmBase): Promise<void>
  /** Ends the realm of whoever was here and begins the next one. */
  enter(owner: RealmOwner): Promise<void>
  /** Changes who is here, one change after the other. Before the start only the last one is kept, and made then. */
  change(run: () => Promise<void>): Promise<void>
}

export function createOwners(
  options: DocentOptions,
  consent: ReadonlySignal<Consent>,
  scope: Scope,
  report: (error: unknown) => void,
): Owners {
  const app = options.app ?? 'default'
  const realm = signal<Realm | undefined>(undefined)
  const installed = computed(() => realm.value?.installed ?? [])
  const unread = computed(() => installed.value.reduce((sum, { parts }) => sum + (parts.badge?.value ?? 0), 0))
  const storagePrefix = `docent/${app}/${version}`
  const storages = new Map<string, DeferredStorage>()
  let base: RealmBase | undefined
  let changing: Promise<void> | undefined
  let first = (): Promise<void> => enter({})

  const storageOf = (id: string): DeferredStorage => {
    const name = id ? `${storagePrefix}/${id}` : storagePrefix
    const storage = storages.get(id) ?? deferredStorage(consent.peek().storage, name)
    storages.set(id, storage)
    return storage
  }
  async function enter(owner: RealmOwner): Promise<void> {
    realm.peek()?.context.scope.dispose()
    const given = base
    if (!given || scope.signal.aborted) return
    const id = owner.identity?.id ?? ''
    const own = { app, options, owner, consent, scope: scope.child(), storage: storageOf(id) }
    const next = untracked(() => createRealm({ ...given, ...own }))
    realm.value = next
    await next.resume().catch(report)
  }
  return {
    ...{ realm, installed, unread, storagePrefix, storages, storageOf, enter },
    begin(given) {
      base = given
      changing = first().catch((error) => {
        report(error)
        return enter({})
      })
      return changing
    },
    async change(run) {
      if (changing) await (changing = changing.then(run, run))
      else first = run
    },
  }
}
