import type { RoomEvent } from '../sync-types.ts'

export interface Room {
  readonly id: string
  readonly members: ReadonlySet<string>
  readonly timeline: StoredEvent[]
  /** By user: which event, and when that was told. */
  readonly receipts: Map<string, { readonly eventId: string; readonly at: number }>
  typing: { readonly users: readonly string[]; readonly at: number }
}
export type StoredEvent = RoomEvent & { readonly at: number }

/** What a homeserver knows. One stream order over everything. */
export interface HomeserverState {
  /** By access token. */
  readonly users: Map<string, string>
  /** Registrations that have begun. */
  readonly sessions: Set<string>
  readonly rooms: Map<string, Room>
  /** By access token and transaction id: which event it became. */
  readonly transactions: Map<string, string>
  isLimited: boolean
  position(): number
  /** Something happened; whoever waits is woken. */
  tick(): number
  append(room: Room, sender: string, content: RoomEvent['content'], type?: string): RoomEvent
  /** Until something happens, or time runs out. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

export function createHomeserverState(): HomeserverState {
  const waiting = new Set<() => void>()
  let position = 0
  const tick = (): number => {
    position += 1
    queueMicrotask(() => {
      for (const wake of [...waiting]) wake()
    })
    return position
  }
  return {
    users: new Map(),
    sessions: new Set(),
    rooms: new Map(),
    transactions: new Map(),
    isLimited: false,
    position: () => position,
    tick,
    append(room, sender, content, type = 'm.room.message') {
      const told = { event_id: `$${crypto.randomUUID()}`, type, sender, content, origin_server_ts: Date.now() }
      room.timeline.push({ ...told, at: tick() })
      return told
    },
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer)
          waiting.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        waiting.add(wake)
        signal.addEventListener('abort', wake)
      }),
  }
}
