import type { Cursor, Json } from '@docent/protocol'
import { readOne, type Storage, type Write } from '../storage/storage.ts'

/** What the transport told us to remember, and how far its events are known. */
export interface SavedSession {
  readonly state?: Json | undefined
  readonly cursor?: Cursor | undefined
}

export const stateKey = 'link/state'
const cursorKey = 'link/cursor'

/**
 * The session of one link. Until the visitor's own act it lives in memory only; `keep()` answers what must be written with
 * that act, and from then on every change is stored.
 */
export interface SessionStore {
  readonly kept: boolean
  readonly cursor: Cursor | undefined
  load(): Promise<SavedSession>
  /** The writes that make it durable. Call once, with the first act. */
  keep(): readonly Write[]
  /** Remembers; answers what to write when it is kept, nothing otherwise. */
  remember(change: SavedSession): readonly Write[]
}

export function createSessionStore(storage: Storage): SessionStore {
  let session: SavedSession = {}
  let kept = false
  let loading: Promise<void> | undefined
  const writesOf = (saved: SavedSession): Write[] =>
    Object.entries(saved).map(([name, value]) => ({ key: `link/${name}`, value: value as Write['value'] }))
  async function read(): Promise<void> {
    const [state, cursor] = await Promise.all([readOne<object>(storage, stateKey), readOne<string>(storage, cursorKey)])
    if (state === undefined) return
    kept = true
    session = { state: state as Json, cursor }
  }
  return {
    get kept() {
      return kept
    },
    get cursor() {
      return session.cursor
    },
    load: async () => {
      await (loading ??= read())
      return session
    },
    keep() {
      kept = true
      return writesOf(session)
    },
    remember(change) {
      session = { ...session, ...change }
      return kept ? writesOf(change) : []
    },
  }
}
