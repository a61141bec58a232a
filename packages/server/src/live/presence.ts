import type { Id } from '@docent/protocol'
import type { Store } from '../store/store.ts'

export type PresenceKind = 'visitor' | 'agent'

/** Who holds an events connection, on any node. */
export interface Presence {
  isOnline(appId: Id, kind: PresenceKind, actorId: Id): boolean
  isAnyoneOnline(appId: Id, kind: PresenceKind): boolean
  /** Counts a connection. Returns how to end it; the actor is offline a moment after the last one ended. */
  arrive(appId: Id, kind: PresenceKind, actorId: Id): () => void
  onChange(listener: (change: PresenceChange) => void): void
  close(): void
}
export interface PresenceChange {
  readonly appId: Id
  readonly kind: PresenceKind
  readonly actorId: Id
  readonly online: boolean
  /** It happened on this node. */
  readonly local: boolean
}

/** Other nodes repeat who is online; what was not repeated is forgotten after three rounds. */
const repeatMs = 20_000
const forgetMs = 3 * repeatMs
const maxIdsPerSignal = 200

/** `graceMs`: a reload or a long poll ends one connection and opens the next; nobody was gone in between. */
export function createPresence(store: Store, graceMs: number): Presence {
  const here = new Map<string, { connections: number; leaving?: NodeJS.Timeout }>()
  /** By key: until when. */
  const elsewhere = new Map<string, number>()
  const listeners = new Set<(change: PresenceChange) => void>()
  let isClosed = false

  const isKeyOnline = (key: string) => here.has(key) || (elsewhere.get(key) ?? 0) > Date.now()
  const tell = (key: string, online: boolean, local: boolean) => {
    const { appId, kind, actorId } = parseKey(key)
    for (const listener of listeners) listener({ appId, kind, actorId, online, local })
    if (local) store.publish({ type: 'presence', appId, kind, actorIds: [actorId], online })
  }
  const hear = (key: string, online: boolean) => {
    const before = isKeyOnline(key)
    if (online) elsewhere.set(key, Date.now() + forgetMs)
    else elsewhere.delete(key)
    if (before !== isKeyOnline(key)) tell(key, !before, false)
  }
  const repeat = () => {
    for (const [group, actorIds] of groupKeys(here.keys())) {
      const { appId, kind } = parseKey(`${group}|`)
      for (let start = 0; start < actorIds.length; start += maxIdsPerSignal) {
        store.publish({
          type: 'presence',
          appId,
          kind,
          actorIds: actorIds.slice(start, start + maxIdsPerSignal),
          online: true,
        })
      }
    }
    for (const [key, until] of elsewhere) if (until <= Date.now()) hear(key, false)
  }
  const stopListening = store.onSignal((signal, local) => {
    if (local) return
    if (signal.type === 'listening') repeat()
    if (signal.type !== 'presence') return
    for (const actorId of signal.actorIds) hear(formatKey(signal.appId, signal.kind, actorId), signal.online)
  })
  const timer = store.kind === 'postgres' ? setInterval(repeat, repeatMs) : undefined
  store.publish({ type: 'listening' })

  return {
    isOnline: (appId, kind, actorId) => isKeyOnline(formatKey(appId, kind, actorId)),
    isAnyoneOnline(appId, kind) {
      const prefix = formatKey(appId, kind, '')
      return [...here.keys(), ...elsewhere.keys()].some((key) => key.startsWith(prefix) && isKeyOnline(key))
    },
    arrive(appId, kind, actorId) {
      const key = formatKey(appId, kind, actorId)
      const wasOnline = isKeyOnline(key)
      const entry = here.get(key) ?? { connections: 0 }
      clearTimeout(entry.leaving)
      entry.connections += 1
      here.set(key, entry)
      if (!wasOnline) tell(key, true, true)
      return () => {
        entry.connections -= 1
        if (entry.connections > 0 || isClosed) return
        entry.leaving = setTimeout(() => {
          here.delete(key)
          if (!isKeyOnline(key)) tell(key, false, true)
        }, graceMs)
      }
    },
    onChange: (listener) => void listeners.add(listener),
    close() {
      isClosed = true
      stopListening()
      clearInterval(timer)
      for (const { leaving } of here.values()) clearTimeout(leaving)
    },
  }
}

/** App and actor ids have no `|`: ids are URL-safe, app ids are checked when the server starts. */
const formatKey = (appId: Id, kind: PresenceKind, actorId: Id) => `${appId}|${kind}|${actorId}`
function parseKey(key: string) {
  const [appId = '', kind, actorId = ''] = key.split('|')
  return { appId, kind: kind === 'agent' ? ('agent' as const) : ('visitor' as const), actorId }
}

function groupKeys(keys: Iterable<string>): Map<string, Id[]> {
  const groups = new Map<string, Id[]>()
  for (const key of keys) {
    const { appId, kind, actorId } = parseKey(key)
    const group = `${appId}|${kind}`
    groups.set(group, [...(groups.get(group) ?? []), actorId])
  }
  return groups
}
