import type { Cursor, Message, Sink, VisitorEvent, VisitorVocabulary } from '@docent/protocol'
import type { Connection } from '../adapt/adapt.ts'
import { withinTime } from '../adapt/within-time.ts'
import { toFailure } from '../http/failure.ts'
import type { Homeserver } from './homeserver.ts'
import type { MatrixAccount } from './matrix.ts'
import { createRoomReader } from './room-reader.ts'
import { commandIdKey, createRoomState, type RoomState } from './room-state.ts'

interface Opening {
  readonly server: Homeserver
  readonly account: MatrixAccount
  readonly cursor: Cursor | undefined
  readonly sink: Sink<VisitorVocabulary>
  readonly signal: AbortSignal
}

const typingTimeoutMs = 15_000

/** Reads the room to its beginning, and follows it from then on. */
export async function openRoom({ server, account, cursor, sink, signal }: Opening): Promise<Connection> {
  const { userId, accessToken, roomId } = account
  const room = createRoomState(account)
  const { log } = room
  const reader = createRoomReader(server, account, (id) => log.find(id) !== undefined, signal)
  room.apply(await reader.next())
  const missed = cursor === undefined ? undefined : log.after(cursor)
  const newest = log.newest()?.id
  const echoes = createEchoes(room)
  const tell = (events: readonly VisitorEvent[]): void => {
    if (events.length > 0) sink.events(events, log.newest()?.id)
    echoes.look()
  }
  async function follow(): Promise<void> {
    try {
      while (!signal.aborted) tell(room.apply(await reader.next()))
    } catch (error) {
      const failure = toFailure(error)
      echoes.fail(failure)
      sink.lost(failure)
    }
  }
  const path = `/rooms/${encodeURIComponent(roomId)}`
  return {
    hello: { resumed: missed !== undefined, state: account, ...(newest !== undefined && { cursor: newest }) },
    listen() {
      if (missed?.length)
        sink.events(
          missed.map((message) => ({ type: 'message-added', message })),
          newest,
        )
      void follow()
    },
    async conversations() {
      // What another device has read a moment ago may still be on its way here.
      tell(room.apply(await reader.peek()))
      return [room.conversation()]
    },
    messages: async (range) => log.page(range),
    async send({ commandId, text }, callSignal) {
      const body = { msgtype: 'm.text', body: text, [commandIdKey]: commandId }
      const sent = await server.call<{ event_id: string }>(
        `${path}/send/m.room.message/${encodeURIComponent(commandId)}`,
        { method: 'PUT', signal: callSignal, accessToken, body },
      )
      return withinTime(echoes.of(sent.event_id), callSignal)
    },
    async read(_, upTo, callSignal) {
      const message = log.all()[upTo - 1]
      if (!message || upTo <= room.readUpTo()) return
      const receipt = `${path}/receipt/m.read/${encodeURIComponent(message.id)}`
      await server.call(receipt, { signal: callSignal, accessToken, body: {} })
    },
    hint(hint) {
      if (hint.type !== 'typing' || hint.conversationId !== roomId) return
      const body = { typing: hint.typing, ...(hint.typing && { timeout: typingTimeoutMs }) }
      server
        .call(`${path}/typing/${encodeURIComponent(userId)}`, { method: 'PUT', signal, accessToken, body })
        .catch(() => {})
    },
  }
}

/** A message has its number only when the room tells it back. */
function createEchoes({ log }: RoomState) {
  const waiting = new Map<string, { resolve(message: Message): void; reject(error: unknown): void }>()
  return {
    of: (eventId: string): Promise<Message> =>
      new Promise((resolve, reject) => {
        const there = log.find(eventId)
        if (there) resolve(there)
        else waiting.set(eventId, { resolve, reject })
      }),
    look() {
      for (const [eventId, { resolve }] of waiting) {
        const message = log.find(eventId)
        if (!message) continue
        waiting.delete(eventId)
        resolve(message)
      }
    },
    fail(error: unknown) {
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    },
  }
}
