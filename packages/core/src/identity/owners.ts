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
  /** Ends with the widget. */
  readonly scope: Scope
  /** Of the database with all that this app stores in this browser. */
  readonly storageName: string
  /** What is stored of one identity, so that nothing of one person is ever read as another's; '' is nobody yet. */
  storageOf(id: string, endings?: number): DeferredStorage
  /** From now on there can be realms. */
  begin(base: RealmBase): Promise<void>
  /** Ends the realm of whoever was here and begins the next one. */
  enter(owner: RealmOwner): Promise<void>
  /** Changes who is here, one change after the other. Before the start only the last one is kept, and made then. */
  change(run: () => Promise<void>): Promise<void>
}

/** @param follow Called when there may be other tabs to follow, or one of them may have ended everything. */
export function createOwners(
  options: DocentOptions,
  consent: ReadonlySignal<Consent>,
  scope: Scope,
  report: (error: unknown) => void,
  follow: () => void,
): Owners {
  const app = options.app ?? 'default'
  const realm = signal<Realm | undefined>(undefined)
  const installed = computed(() => realm.value?.installed ?? [])
  const unread = computed(() => installed.value.reduce((sum, { parts }) => sum + (parts.badge?.value ?? 0), 0))
  const storageName = `docent/${app}/${version}`
  let base: RealmBase | undefined
  let changing: Promise<void> | undefined
  let first = (): Promise<void> => enter({})

  const storageOf = (id: string, endings?: number): DeferredStorage =>
    deferredStorage(consent.peek().storage, storageName, id, follow, endings)
  async function enter(owner: RealmOwner): Promise<void> {
    realm.peek()?.context.scope.dispose()
    const given = base
    if (!given || scope.signal.aborted) return
    const id = owner.identity?.id ?? ''
    const own = { app, options, owner, consent, scope: scope.child(), storage: storageOf(id, owner.endings) }
    const next = untracked(() => createRealm({ ...given, ...own }))
    realm.value = next
    await next.resume().catch(report)
  }
  return {
    ...{ scope, realm, installed, unread, storageName, storageOf, enter },
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
