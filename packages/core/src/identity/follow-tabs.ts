import { untracked } from '@preact/signals-core'
import type { VisitorFacts } from '../feature.ts'
import type { Runtime } from '../runtime.ts'
import { endingsOf } from '../storage/owned.ts'
import { become, endEveryone, isEnded, leave, openSealed, signedOut } from './become.ts'
import { createIdentity } from './create-identity.ts'
import { openTabs, type Tabs, type TabTalk, type WhoIsHere } from './open-tabs.ts'

const listening = new WeakMap<Runtime, Tabs>()

/**
 * Other tabs of the app and this one have the same visitor: who signs in or out in one of them does in all. Loaded once
 * something is stored or about to be; called again when a write was refused, perhaps because another tab has ended everyone.
 */
export function followTabs(runtime: Runtime): void {
  if (listening.has(runtime)) goOn(runtime)
  else listen(runtime)
}

function listen(runtime: Runtime): void {
  const { scope, realm } = runtime
  if (scope.signal.aborted) return
  const tabs = openTabs(runtime.storageName, scope)
  listening.set(runtime, tabs)
  tabs.onmessage = ({ data }) => hear(runtime, tabs, data)
  inTurn(runtime, () => openSealed(runtime))
  // Whoever was in the back/forward cache has heard nothing.
  scope.effect(() => {
    if (realm.peek()?.context.page.frozen.value === false) untracked(() => goOn(runtime))
  })
}

/** Leaves whoever was ended meanwhile, and asks who is here. */
function goOn(runtime: Runtime): void {
  inTurn(runtime, async () => {
    const here = runtime.realm.peek()
    if (here && (await isEnded(here))) await begin(runtime)
    listening.get(runtime)?.postMessage({ kind: 'who' })
  })
}

/** While nobody is here yet nothing is in turn: whoever begins reads what is stored by then. */
const inTurn = ({ realm, change }: Runtime, run: () => Promise<void>): void =>
  void (realm.peek() && change(run).catch((error) => realm.peek()?.context.report(error)))

function hear(runtime: Runtime, tabs: Tabs, talk: TabTalk): void {
  const here = runtime.realm.peek()
  const identity = here?.owner.identity
  if (talk.kind === 'here') inTurn(runtime, () => follow(runtime, talk))
  else if (talk.kind === 'token-wanted') {
    if (identity?.id !== talk.id || !identity.host) return
    identity.getToken(talk.why).then(
      (token) => tabs.postMessage({ kind: 'token', id: talk.id, token }),
      () => {},
    )
  } else if (talk.kind === 'who') {
    void here?.storage.open().then(({ endings, shared }) => {
      if (shared.durability !== 'device' || runtime.scope.signal.aborted) return
      const visitor = identity && { visitor: { ...runtime.visitor.peek(), id: identity.id } }
      tabs.postMessage({ kind: 'here', endings, isNews: false, ...visitor })
    })
  }
}

/**
 * What several tabs say at once is put in order by the endings that their storage counts: after an ending somebody may sign
 * in, and nobody becomes nobody without one.
 */
async function follow(runtime: Runtime, { endings, visitor, isNews, left }: WhoIsHere): Promise<void> {
  const here = runtime.realm.peek()
  if (!here) return
  const id = here.owner.identity?.id
  const storage = await here.storage.open()
  if (storage.shared.durability === 'device') {
    // A full disk may not have taken the last one.
    if (endings > storage.endings) return begin(runtime, visitor, Math.min(endings, await endingsOf(storage.shared)))
    if (endings < storage.endings) return
  } else {
    // It counts for itself: what it hears at the moment is all that can be known.
    if (!isNews) return
    if (left !== undefined && (id === undefined || id === left)) {
      await endEveryone(runtime)
      return begin(runtime, visitor)
    }
  }
  if (visitor && id === undefined) await enterAs(runtime, visitor, storage.endings)
}

/** Somebody else, or the same person with nothing. */
async function begin(runtime: Runtime, visitor?: VisitorFacts, endings?: number): Promise<void> {
  const id = runtime.realm.peek()?.owner.identity?.id
  if (id === undefined || visitor?.id !== id) {
    runtime.close()
    signedOut.add(runtime)
  }
  leave(runtime)
  await enterAs(runtime, visitor, endings)
}

async function enterAs(runtime: Runtime, visitor?: VisitorFacts, endings?: number): Promise<void> {
  runtime.visitor.value = visitor ?? { traits: {} }
  if (visitor?.id) await become(runtime, createIdentity(runtime, visitor.id), endings)
  else await runtime.enter({})
}
