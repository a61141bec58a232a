import type { Homeserver } from './homeserver.ts'
import type { MatrixAccount } from './matrix.ts'
import type { JoinedRoom, MessagesAnswer, RoomEvent, SyncAnswer } from './sync-types.ts'

/** How long the homeserver may hold a sync, in ms. */
const holdMs = 25_000
const pageSize = 100
/** A guard against a homeserver whose pages never end. */
const maxPages = 1000

export interface RoomNews {
  /** Oldest first, nothing left out. */
  readonly events: readonly RoomEvent[]
  readonly ephemeral: NonNullable<NonNullable<JoinedRoom['ephemeral']>['events']>
}

/** What happens in one room: all of it at first, then what is new. */
export interface RoomReader {
  /** Waits for news. */
  next(): Promise<RoomNews>
  /** What is new at this moment; `next` brings it too. */
  peek(): Promise<RoomNews>
}

/** @param isKnown where a hole in the timeline ends. */
export function createRoomReader(
  server: Homeserver,
  { accessToken, roomId }: MatrixAccount,
  isKnown: (eventId: string) => boolean,
  signal: AbortSignal,
): RoomReader {
  const filter = JSON.stringify({
    presence: { types: [] },
    account_data: { types: [] },
    room: { rooms: [roomId], account_data: { types: [] }, timeline: { limit: 50 } },
  })
  let since: string | undefined

  /** What lies before a token, oldest first, as far back as something that is known. */
  async function readBack(token: string): Promise<RoomEvent[]> {
    const older: RoomEvent[] = []
    let from: string | undefined = token
    for (let page = 0; from !== undefined && page < maxPages; page++) {
      const query: URLSearchParams = new URLSearchParams({ dir: 'b', from, limit: String(pageSize) })
      const path = `/rooms/${encodeURIComponent(roomId)}/messages?${query}`
      const { chunk, end }: MessagesAnswer = await server.call(path, { signal, accessToken })
      const known = chunk.findIndex(({ event_id }) => isKnown(event_id))
      older.push(...(known < 0 ? chunk : chunk.slice(0, known)))
      from = known < 0 && chunk.length > 0 ? end : undefined
    }
    return older.reverse()
  }
  async function sync(heldMs: number): Promise<RoomNews & { readonly nextBatch: string }> {
    const query = new URLSearchParams({ filter, timeout: String(heldMs), ...(since !== undefined && { since }) })
    const timeoutMs = heldMs + 15_000
    const answer = await server.call<SyncAnswer>(`/sync?${query}`, { signal, accessToken, timeoutMs })
    const { timeline, ephemeral } = answer.rooms?.join?.[roomId] ?? {}
    const { limited, prev_batch: before, events = [] } = timeline ?? {}
    const hasHole = before !== undefined && (limited === true || since === undefined)
    const missing = hasHole ? await readBack(before) : []
    return { events: [...missing, ...events], ephemeral: ephemeral?.events ?? [], nextBatch: answer.next_batch }
  }
  return {
    peek: () => sync(0),
    async next() {
      const news = await sync(since === undefined ? 0 : holdMs)
      since = news.nextBatch
      return news
    },
  }
}
