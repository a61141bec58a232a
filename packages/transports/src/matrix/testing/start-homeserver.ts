import { type ServedDouble, serveDouble } from '../../adapt/testing/serve-double.ts'
import { agent, createRoom, inRoom, refuse, register, sync } from './homeserver-routes.ts'
import { createHomeserverState, type Room } from './homeserver-state.ts'

/**
 * A double of a Matrix homeserver, after the client-server API v1.11: registration by stages, transaction ids per access token, one
 * stream order, `limited` timelines with `prev_batch`, receipts and typing as ephemeral events, errors by `errcode`. Positions are
 * in its tokens, which clients must not know.
 */
export interface HomeserverDouble extends ServedDouble {
  readonly url: string
  agentSays(roomId: string, text: string): void
  agentReads(roomId: string): void
  agentTypes(roomId: string): void
  /** As an administrator does. */
  revoke(accessToken: string): void
  /** The next call is refused for its frequency. */
  limitNext(): void
}

export async function startHomeserver(): Promise<HomeserverDouble> {
  const state = createHomeserverState()
  const roomOf = (id: string): Room => {
    const room = state.rooms.get(id)
    if (!room) throw new Error(`There is no room ${id}`)
    return room
  }
  const served = await serveDouble((asked) => {
    const [, , , version, ...path] = asked.path.split('/').map(decodeURIComponent)
    const user = state.users.get(asked.token)
    if (state.isLimited) {
      state.isLimited = false
      return { status: 429, body: { errcode: 'M_LIMIT_EXCEEDED', error: 'Too many requests', retry_after_ms: 2000 } }
    }
    if (version !== 'v3') return refuse(404, 'M_UNRECOGNIZED', 'Unrecognized request')
    if (path[0] === 'register') return register(state, asked)
    if (user === undefined) return refuse(401, 'M_UNKNOWN_TOKEN', 'Unrecognised access token')
    if (path[0] === 'createRoom') return createRoom(state, user)
    if (path[0] === 'sync') return sync(state, user, asked)
    const room = state.rooms.get(String(path[1]))
    if (!room?.members.has(user)) return refuse(403, 'M_FORBIDDEN', 'You are not in this room')
    return inRoom(state, user, room, path.slice(2), asked)
  })
  return {
    ...served,
    url: `http://127.0.0.1:${served.port}`,
    agentSays: (roomId, body) => void state.append(roomOf(roomId), agent, { msgtype: 'm.text', body }),
    agentReads(roomId) {
      const room = roomOf(roomId)
      room.receipts.set(agent, { eventId: String(room.timeline.at(-1)?.event_id), at: state.tick() })
    },
    agentTypes(roomId) {
      roomOf(roomId).typing = { users: [agent], at: state.tick() }
    },
    revoke: (accessToken) => void state.users.delete(accessToken),
    limitNext() {
      state.isLimited = true
    },
  }
}
