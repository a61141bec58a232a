import type { ShownConversation, ShownMessage, SimulatedClient, TabPorts } from '@docent/testkit/simulator'
import { signal } from '@preact/signals-core'
import { type ChatModel, createModel } from '../../packages/chat/src/model.ts'
import { textOfParts } from '../../packages/chat/src/part-text.ts'
import { conversationOf } from '../../packages/chat/src/state.ts'
import { type Summary, summaryKey } from '../../packages/chat/src/summary.ts'
import { type Bubble, bubblesIn } from '../../packages/chat/src/thread.ts'
import { createEmitter } from '../../packages/core/src/emitter.ts'
import type { Feature, FeatureContext, VisitorFacts } from '../../packages/core/src/feature.ts'
import * as changes from '../../packages/core/src/identity/change-owner.ts'
import { followTabs } from '../../packages/core/src/identity/follow-tabs.ts'
import { once } from '../../packages/core/src/once.ts'
import { createRealm, type Realm, type RealmOwner } from '../../packages/core/src/realm.ts'
import type { Runtime } from '../../packages/core/src/runtime.ts'
import { createScope, type Scope } from '../../packages/core/src/scope.ts'
import type { DeferredStorage } from '../../packages/core/src/storage/deferred.ts'
import { endingsOf, type OwnedStorage, ownedStorage } from '../../packages/core/src/storage/owned.ts'
import { readOne } from '../../packages/core/src/storage/storage.ts'

/** The real engine and the real chat, without a renderer, in a simulated tab. */
export function openWidget(ports: TabPorts): SimulatedClient {
  const scope = createScope()
  const owners = createOwners(ports, scope)
  const { realm } = owners
  let changed = (): void => {}
  const model = (): Promise<ChatModel> => chatOf(realm.value).model()
  const opened = new Set<string>()
  scope.effect(() => {
    const known = realm.value && chatOf(realm.value).loaded.value
    if (!known) return
    void known.state.value
    void known.link.outbox.value
    const isOnline = known.link.status.value === 'online'
    changed()
    if (isOnline) for (const key of opened) void look(known, key).catch(ports.report)
  })
  return {
    async write(key, text) {
      opened.add(key ?? '')
      void realm.value?.openLink()
      const { send } = await (await model()).acts()
      const known = await send(key ?? 'new', text)
      opened.add(known)
      return known
    },
    look(key) {
      if (key) opened.add(key)
      void realm.value?.openLink()
      void model()
        .then((known) => (key ? look(known, key) : undefined))
        .catch(ports.report)
    },
    async readAll() {
      void realm.value?.openLink()
      const { state, history } = await model()
      const { load, loadOlder } = await history()
      for (const { id } of state.peek().conversations) {
        if (!state.peek().threads[id]?.loaded) await load(id)
        while (state.peek().threads[id]?.older !== undefined) await loadOlder(id)
      }
    },
    signIn: (id) => owners.runtime.change(() => changes.signIn(owners.runtime, id, ports.getToken(id))),
    signOut: () => owners.runtime.change(() => changes.signOut(owners.runtime)),
    signedId: () => realm.peek()?.owner.identity?.id,
    signOuts: () => owners.endings(),
    shown() {
      const known = realm.peek() && chatOf(realm.peek()).loaded.peek()
      return known ? shownOf(known) : []
    },
    watch(run) {
      changed = run
    },
    isAtRest: () =>
      (realm.peek()?.context.loadedEngine.peek()?.link.outbox.peek() ?? []).every(({ state }) => state === 'failed'),
    isDurable: () => realm.peek()?.context.storage.durability === 'device',
    close: () => scope.dispose(),
  }
}

/** As the view of a conversation does when it is opened, and when the link comes up. */
async function look({ state, acts, history }: ChatModel, key: string): Promise<void> {
  const { seen } = await acts()
  const conversation = conversationOf(state.peek(), key)
  if (!conversation) return
  if (!state.peek().threads[conversation.id]?.loaded) await (await history()).load(conversation.id)
  seen(conversation.id)
}

const standings: Readonly<Record<Bubble['delivery'], ShownMessage['standing']>> = {
  queued: 'waiting',
  sending: 'waiting',
  sent: 'there',
  read: 'there',
  arrived: 'there',
  failed: 'failed',
  unconfirmed: 'unsure',
}

function shownOf(model: ChatModel): ShownConversation[] {
  const { conversations, threads, typing } = model.state.peek()
  const begun = model.link.outbox.peek().flatMap(({ command: { id, name, input } }) => {
    if (name === 'conversation-start') return [id]
    return 'to' in input && 'startedBy' in input.to ? [input.to.startedBy] : []
  })
  const starting = [...new Set(begun)].filter((key) => !conversationOf(model.state.peek(), key))
  const bubbles = (key: string): ShownMessage[] =>
    bubblesIn(model, key).map(({ key: id, parts, mine, delivery, removed }) => ({
      ...{ id, text: textOfParts(parts), mine, removed: removed ?? false, standing: standings[delivery] },
    }))
  return [
    ...conversations.map(({ id, status, unread }) => ({
      ...{ id, key: id, status, unread, isTyping: typing[id] !== undefined, messages: bubbles(id) },
      isComplete: threads[id]?.older === undefined,
    })),
    ...starting.map((key) => ({
      ...{ key, status: 'open', unread: 0, isTyping: false, isComplete: true, messages: bubbles(key) },
    })),
  ]
}

interface Chat {
  readonly model: () => Promise<ChatModel>
  readonly loaded: { readonly value: ChatModel | undefined; peek(): ChatModel | undefined }
}

/** The chat as a feature of the realm, with its model within reach. */
const createChatFeature = (): Feature<'chat', Chat> => ({
  name: 'chat',
  setup(context) {
    const loaded = signal<ChatModel | undefined>(undefined)
    const unread = signal(0)
    const summary = readOne<Summary>(context.storage, summaryKey)
    const model = once(async () => (loaded.value = await createModel(context, unread)))
    context.services.provide({ listen: model })
    return {
      api: { model, loaded },
      wanted: async () => (await summary)?.open ?? false,
    }
  },
})
const chatOf = (realm: Realm | undefined): Chat => realm?.installed[0]?.parts.api as Chat

/** One realm at a time, as in `identity/owners.ts`, over the tab's own storage, clock and page. */
function createOwners(ports: TabPorts, scope: Scope) {
  const realm = signal<Realm | undefined>(undefined)
  const visitor = signal<VisitorFacts>({ traits: {} })
  const past: Runtime['past'] = []
  const shared = ports.storage('docent/sim/v1')
  const { report, clock, page } = ports
  const feature = createChatFeature()
  const base = {
    ...{ page, clock, report, past, visitor, app: 'sim', emitter: createEmitter(), locale: signal('en') },
    ...{
      config: signal({}),
      consent: signal({ storage: 'all', measurement: false } as const),
      panel: signal(undefined),
      unread: signal(0),
    },
    ...{ open() {}, close() {}, track() {}, layer: () => Promise.reject(new Error('nothing is drawn')) },
    translator: (() => () => '') as unknown as FeatureContext['translator'],
    options: { transport: ports.transport, features: [feature] },
  }
  let opened: OwnedStorage | undefined
  const storageOf = (id: string, endings?: number): DeferredStorage =>
    openLater(shared, id, async () => {
      const since = endings ?? (await endingsOf(shared))
      const storage = ownedStorage(shared, id, since, () => followTabs(runtime))
      followTabs(runtime)
      return storage
    })
  async function enter(owner: RealmOwner): Promise<void> {
    realm.peek()?.context.scope.dispose()
    if (scope.signal.aborted) return
    const storage = storageOf(owner.identity?.id ?? '', owner.endings)
    const next = createRealm({ ...base, owner, scope: scope.child(), storage })
    realm.value = next
    opened = undefined
    void storage.open().then((known) => {
      if (realm.peek() === next) opened = known
    })
    await next.resume().catch(report)
  }
  /** What the changes of identity touch of the running widget. */
  const runtime = {
    ...{ realm, visitor, past, scope, storageName: shared.name, storageOf, enter, close() {} },
    async change(run: () => Promise<void>) {
      changing = changing.then(run, run)
      await changing
    },
  } as unknown as Runtime
  let changing = enter({})
  return { realm, runtime, endings: () => opened?.endings }
}

/** As `storage/deferred.ts`, over a storage that is there. */
function openLater(
  shared: ReturnType<TabPorts['storage']>,
  owner: string,
  load: () => Promise<OwnedStorage>,
): DeferredStorage {
  let opened: OwnedStorage | undefined
  const open = once(async () => (opened = await load()))
  return {
    open,
    name: () => `${shared.name}/${opened?.endings}/${owner}`,
    get durability() {
      return shared.durability
    },
    read: async (...range) => (await open()).read(...range),
    write: async (...batch) => (await open()).write(...batch),
    watch: shared.watch,
  }
}
